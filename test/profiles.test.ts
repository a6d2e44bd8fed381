import { profileById, PROFILE_IDS } from '../lib/profiles';
import { isRegion, REGIONS } from '../lib/model';

describe('profiles', () => {
  test.each(PROFILE_IDS)('%s names regions of its partition', (id) => {
    const profile = profileById(id);
    for (const region of profile.regions) expect(REGIONS[profile.partition]).toContain(region);
    expect(profile.ceilings.public.source).not.toBe('');
  });

  test('Hong Kong: public cloud is for UNCLASSIFIED, and Taipei is not Hong Kong', () => {
    const profile = profileById('hk-s17');
    expect(profile.ceilings.public).toEqual({ value: 'UNCLASSIFIED', status: 'verified', source: 'S17 17.3.1' });
    expect(profile.regions).toEqual(['ap-east-1']);
    expect(isRegion('ap-east-2')).toBe(true);
    expect(profile.absentTypes['ap-east-1']?.has('AWS::SecurityLake::DataLake')).toBe(true);
  });

  test('an unknown profile is named with what exists', () => {
    expect(() => profileById('hk')).toThrow('unknown profile "hk": expected one of hk-s17');
  });
});
