import { extendProfile, extensionProblems, profileById, profileExtensionSchema } from '../../lib/profiles';

const AGENCY = { id: 'agency', extends: 'us-fedramp-high', source: 'Agency policy 4.2' };

function extension(over: object) {
  return profileExtensionSchema.parse({ ...AGENCY, ...over });
}

const filled = {
  levels: ['PUBLIC', 'CONTROLLED'],
  ceilings: { public: 'CONTROLLED' },
  personalDataLevel: 'CONTROLLED',
  zones: [{ name: 'edge', title: 'Edge', trust: 1, internetFacing: true }],
  retentionDays: { infrastructure: 400 },
};

describe('a profile of an organisation', () => {
  test('fills in what the sources do not state, marked as its own', () => {
    const base = profileById('us-fedramp-high');
    const profile = extendProfile(base, extension(filled));
    const own = { status: 'organisation', source: 'Agency policy 4.2' };
    expect(profile).toMatchObject({ id: 'agency', extends: 'us-fedramp-high', partition: 'aws-us-gov' });
    expect(profile.classification.levels).toEqual(['PUBLIC', 'CONTROLLED']);
    expect(profile.ceilings.public).toEqual({ value: 'CONTROLLED', ...own });
    expect(profile.ceilings['in-house-private']).toEqual(base.ceilings['in-house-private']);
    expect(profile.retentionDays.infrastructure).toEqual({ value: 400, ...own });
    expect(profile.provenance).toMatchObject({ classification: own, zones: own, regions: base.provenance.regions });
  });

  test('narrows regions, in the order of the profile', () => {
    const base = profileById('us-fedramp-moderate');
    const profile = extendProfile(base, extension({ regions: ['us-west-2', 'us-east-1'] }));
    expect(profile.regions).toEqual(['us-east-1', 'us-west-2']);
  });

  test('is stricter than what is stated', () => {
    const profile = extendProfile(
      profileById('hk-s17'),
      extension({
        ceilings: { 'in-house-private': 'RESTRICTED' },
        personalDataLevel: 'CONFIDENTIAL',
        zones: [{ name: 'laboratory', title: 'Laboratory', trust: 4 }],
        retentionDays: { application: 365 },
        waiverDays: { critical: 30 },
      }),
    );
    expect(profile.ceilings['in-house-private'].value).toBe('RESTRICTED');
    expect(profile.personalDataLevel.value).toBe('CONFIDENTIAL');
    expect(profile.zones.map(({ name }) => name)).toContain('laboratory');
    expect(profile.retentionDays.application.value).toBe(365);
    expect(profile.waiverDays.critical).toMatchObject({ value: 30, status: 'organisation' });
  });

  test.each([
    [{ ceilings: { public: 'RESTRICTED' } }, ['ceilings', 'public'], 'S17 17.3.1'],
    [{ ceilings: { 'in-house-private': 'SECRET' } }, ['ceilings', 'in-house-private'], 'S17 15.2.1'],
    [{ personalDataLevel: 'UNCLASSIFIED' }, ['personalDataLevel'], 'S17 20.1.4'],
    [{ retentionDays: { infrastructure: 90 } }, ['retentionDays', 'infrastructure'], 'Log Management 4.2.3(2)'],
  ])('loosens nothing that is verified: %j', (over, path, clause) => {
    const [problem, ...others] = extensionProblems(profileById('hk-s17'), extension(over));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path, message: expect.stringContaining(clause) });
    expect(() => extendProfile(profileById('hk-s17'), extension(over))).toThrow(clause);
  });

  test.each([
    [{ waiverDays: { critical: 93 } }, ['waiverDays', 'critical'], 'live for 92 days, fewer than 93'],
    [{ regions: ['ap-east-2'] }, ['regions', 0], 'ap-east-2 is not a region of hk-s17'],
    [{ levels: ['LOW', 'HIGH'] }, ['levels'], 'the levels differ from those that hk-s17 states'],
    [{ ceilings: { public: 'LOW' } }, ['ceilings', 'public'], '"LOW" is not a classification level'],
    [
      { zones: [{ name: 'door', title: 'Door', trust: 1, internetFacing: true }] },
      ['zones', 0, 'internetFacing'],
      'faces the internet',
    ],
    [{ zones: [{ name: 'data', title: 'Data', trust: 1 }] }, ['zones', 0, 'name'], 'stands in the model of hk-s17'],
  ])('contradicts nothing that is stated: %j', (over, path, message) => {
    expect(extensionProblems(profileById('hk-s17'), extension(over))).toMatchObject([
      { path, message: expect.stringContaining(message) },
    ]);
  });

  test.each([
    [{ levels: ['A', 'A'] }, ['levels', 1]],
    [{ ceilings: { public: 'A' } }, ['ceilings', 'public']],
    [{ zones: [filled.zones[0], filled.zones[0]] }, ['zones', 1, 'name']],
  ])('is of one piece: %j', (over, path) => {
    expect(extensionProblems(profileById('us-fedramp-high'), extension(over))).toMatchObject([{ path }]);
  });

  test.each([{ timeZone: 'Hong Kong' }, { regions: [] }, { id: 'Agency' }, { source: '' }])(
    'has the right form: %j',
    (over) => {
      expect(profileExtensionSchema.safeParse({ ...AGENCY, ...over }).success).toBe(false);
    },
  );
});
