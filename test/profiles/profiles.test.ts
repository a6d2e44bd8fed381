import { existsSync, readdirSync } from 'node:fs';
import { isRegion, partitionOf, REGIONS } from '../../lib/model';
import { FACT_STATUSES, profileById, PROFILE_IDS, type Fact, type Profile } from '../../lib/profiles';

const FOLDER = 'lib/profiles';

function factsOf({
  ceilings,
  personalDataLevel,
  retentionDays,
  waiverDays,
}: Profile): readonly Fact<string | number>[] {
  return [...Object.values(ceilings), personalDataLevel, ...Object.values(retentionDays), ...Object.values(waiverDays)];
}

describe('profiles', () => {
  test('are the folders: adding a jurisdiction is adding one', () => {
    const folders = readdirSync(FOLDER).filter((name) => existsSync(`${FOLDER}/${name}/profile.ts`));
    expect([...PROFILE_IDS].toSorted()).toEqual(folders.toSorted());
    expect(PROFILE_IDS[0]).toBe('hk-s17');
    expect(PROFILE_IDS).toHaveLength(11);
  });

  test.each(PROFILE_IDS)('%s names regions of its partition', (id) => {
    const profile = profileById(id);
    expect(profile.id).toBe(id);
    expect(profile.regions).not.toEqual([]);
    for (const region of profile.regions) expect(REGIONS[profile.partition]).toContain(region);
    expect(partitionOf(profile.globalServicesRegion)).toBe(profile.partition);
    for (const region of Object.keys(profile.absentTypes)) expect(profile.regions).toContain(region);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: profile.timeZone })).not.toThrow();
  });

  test.each(PROFILE_IDS)('%s says of each fact how far it was checked, and invents none', (id) => {
    const profile = profileById(id);
    for (const { value, status, source } of factsOf(profile)) {
      expect(FACT_STATUSES).toContain(status);
      expect(source).not.toBe('');
      expect(value === undefined).toBe(status === 'not stated');
    }
    const { classification, zones } = profile.provenance;
    expect(profile.classification.levels.length === 0).toBe(classification.status === 'not stated');
    expect(profile.zones.length === 0).toBe(zones.status === 'not stated');
    const isHongKong = id.startsWith('hk-');
    expect(factsOf(profile).some(({ status }) => status === 'not stated')).toBe(!isHongKong);
  });

  test.each(['uk-ncsc-csp', 'au-ism-protected', 'sg-im8', 'de-c5'])('%s says that its sources are secondary', (id) => {
    const { provenance, notes } = profileById(id);
    expect(provenance.framework.status).toBe('secondary sources');
    expect(notes.join(' ')).toContain('check it before relying on it');
  });

  test('Hong Kong: public cloud is for UNCLASSIFIED, and Taipei is not Hong Kong', () => {
    const profile = profileById('hk-s17');
    expect(profile.ceilings.public).toEqual({ value: 'UNCLASSIFIED', status: 'verified', source: 'S17 17.3.1' });
    expect(Object.values(profile.ceilings).map(({ value }) => value)).not.toContain('SECRET');
    expect(profile.regions).toEqual(['ap-east-1']);
    expect(isRegion('ap-east-2')).toBe(true);
    expect(profile.absentTypes['ap-east-1']?.has('AWS::SecurityLake::DataLake')).toBe(true);
  });

  test('the overlay for the GBA contract holds everything that hk-s17 does', () => {
    const overlay = profileById('hk-gba-sc');
    const { ceilings, regions, classification, zones } = profileById('hk-s17');
    expect(overlay).toMatchObject({ extends: 'hk-s17', ceilings, regions, classification, zones });
  });

  test('an unknown profile is named with what exists', () => {
    expect(() => profileById('hk')).toThrow('unknown profile "hk": expected one of hk-s17, au-ism-protected');
  });
});
