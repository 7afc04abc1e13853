import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '#libs/testing';

/** Every name that a guide shows, each in the language of the argument or of the request. */
const guide = (argument: string): string => `{
  cities { name${argument} }
  explainRoute(query: "{ cities { division } myCertificates { totalCount } }") { why${argument} nodes { name${argument} } }
  serviceItem(key: "pension-transfer-resident") {
    name${argument} department${argument}
    materials { name${argument} anyOf { name${argument} } }
    resultCertificate {
      name${argument} issuingDepartment${argument} category${argument} validityText${argument} claimNames { name${argument} }
    }
    implementations { authority { name${argument} } windows { name${argument} } }
  }
  bundles(first: 3) { edges { node { name${argument} } } }
  serviceCentres { name${argument} windows { name${argument} } }
}`;

const report = `query ($credential: String!) { verifyCredential(credential: $credential) {
  zhHans: issuer { name(language: ZH_HANS) } zhHant: issuer { name(language: ZH_HANT) } en: issuer { name(language: EN) }
  checks { text(language: EN) }
} }`;

/** Every text of an answer. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('names and reasons in three languages', () => {
  let world: World;
  let byArgument: Record<'ZH_HANS' | 'ZH_HANT' | 'EN', string[]>;
  const texts = async (query: string, language: string): Promise<string[]> =>
    textsIn(await world.data(query, {}, { language }));

  beforeAll(async () => {
    world = await createWorld();
    const asked = (language: string): Promise<string[]> => texts(guide(`(language: ${language})`), 'fr');
    byArgument = { ZH_HANS: await asked('ZH_HANS'), ZH_HANT: await asked('ZH_HANT'), EN: await asked('EN') };
  }, 60_000);
  afterAll(() => world.close());

  it('are answered by the argument, in full', () => {
    const { ZH_HANS: simplified, ZH_HANT: traditional, EN: english } = byArgument;
    expect(simplified.length).toBeGreaterThan(100);
    expect([traditional.length, english.length]).toEqual([simplified.length, simplified.length]);
    for (const text of [...simplified, ...traditional]) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of english) expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(simplified).toEqual(expect.arrayContaining(['长沙市', '人力资源和社会保障局', '凭证', '持证主体代码']));
    expect(traditional).toEqual(expect.arrayContaining(['長沙市', '人力資源和社會保障局', '憑證', '持證主體代碼']));
    expect(traditional.join('')).not.toMatch(/[请问证办实误单时据规页该题开关读码号长养险转续关书户]/u);
  });

  it.each([
    ['zh-CN', 'ZH_HANS'],
    ['zh-TW', 'ZH_HANT'],
    ['en-GB', 'EN'],
    ['fr', 'ZH_HANS'],
  ] as const)('are answered by Accept-Language: %s', async (header, language) => {
    expect(await texts(guide(''), header)).toEqual(byArgument[language]);
  });

  it('hold for the issuer that a verification names, and for its checks', async () => {
    const { myCertificates } = await world.data<{ myCertificates: { edges: { node: { credential: string } }[] } }>(
      '{ myCertificates(first: 1, cities: ["430200"]) { edges { node { credential } } } }',
      {},
      { as: 'cs-citizen-1' },
    );
    const credential = myCertificates.edges[0]?.node.credential;
    const { verifyCredential } = await world.data<{ verifyCredential: Record<string, { name: string }> }>(report, {
      credential,
    });
    expect(verifyCredential['zhHans']?.name).toMatch(/^株洲市.*局$/);
    expect(verifyCredential['zhHant']?.name).toMatch(/^株洲市.*局$/);
    expect(verifyCredential['en']?.name).toMatch(/^Zhuzhou Municipal [A-Z]/);
    for (const text of textsIn(verifyCredential['checks'])) expect(text).toMatch(/^[ -~’]+$/);
  });
});
