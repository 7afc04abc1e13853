import { type Citizen } from './people.js';

/** A request as it goes over the wire, and what its answer must contain to be one. */
export interface LoadRequest {
  readonly kind: string;
  readonly token: string;
  readonly body: string;
  readonly proof: string;
}

const cities = ['430100', '430200', '430300'];
const item = 'pension-transfer-resident';
const scan = { name: 'scan.pdf', mediaType: 'application/pdf', sha256: 'a'.repeat(64), size: 2048 };

const documents = {
  application: `query ($id: ID!) { application(id: $id) {
    id applicationNo state mode applicantName competentDivision submittedAt receivedAt delivery
    authority { code name } materials { requirement status form } steps { event at actor to } limits { kind state dueOn }
  } }`,
  certificates: `{ myCertificates(first: 20) {
    totalCount unavailableCities pageInfo { hasNextPage endCursor } edges { node { id status validFrom validUntil } }
  } }`,
  applications: `{ myApplications(first: 20) {
    totalCount unavailableCities pageInfo { hasNextPage endCursor } edges { node { id state submittedAt } }
  } }`,
  search: `query ($search: String) { serviceItems(search: $search, first: 10) { totalCount edges { node { key name } } } }`,
  guide: `query ($item: ID!, $cities: [DivisionCode!]) { serviceItem(key: $item) {
    key name implementations(cities: $cities) { division committedDays authority { name } }
  } }`,
  join: `{ myApplications(first: 10) { unavailableCities edges { node { id item { key name } resultType { name } } } } }`,
  filing: `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { id applicationNo state } }`,
};

/** Reads in the order in which they come round: of twenty, eight of a case, five merged, four of the catalogue, three joins. */
const round = [
  ...['application', 'certificates', 'search', 'application', 'join', 'applications', 'application'],
  ...['guide', 'application', 'certificates', 'join', 'application', 'search', 'applications', 'application'],
  ...['guide', 'application', 'join', 'certificates', 'application'],
] as const;

/** Makes the requests of a run: everybody in turn, every kind in turn, each filing new. */
export class Requests {
  /** Cases that have been filed, with whose they are. */
  private readonly cases: { id: string; token: string }[] = [];
  private reads = 0;
  private filings = 0;

  constructor(
    private readonly citizens: readonly Citizen[],
    private readonly run: string,
  ) {}

  /** The next filing: by turns with two certificates, with one, with scans only; each city as often. */
  filing(): LoadRequest {
    const number = this.filings++;
    const citizen = at(this.citizens, number);
    const certificates = Math.floor(number / cities.length) % 3;
    const input = {
      ...{ item, division: at(cities, number), applicantName: '申请人', idempotencyKey: `${this.run}-${number}` },
      materials: [
        { requirement: 'identity', ...(certificates > 0 ? { certificate: citizen.identity } : { document: scan }) },
        {
          requirement: 'household-register',
          ...(certificates > 1 ? { certificate: citizen.register } : { document: scan }),
        },
        { requirement: 'application-form', document: scan },
      ],
    };
    return request('filing', citizen.token, documents.filing, { input }, '"state":"SUBMITTED"');
  }

  /** The next read. */
  read(): LoadRequest {
    const number = this.reads++;
    const kind = at(round, number);
    const { token } = at(this.citizens, Math.floor(number / round.length) * 7 + number);
    switch (kind) {
      case 'application': {
        const { id, token: owner } = at(this.cases, number);
        return request(kind, owner, documents[kind], { id }, `"id":"${id}"`);
      }
      case 'search':
        return request(kind, token, documents[kind], { search: '养老保险' }, '"totalCount":');
      case 'guide':
        return request(kind, token, documents[kind], { item, cities }, `"division":"${at(cities, number)}"`);
      case 'certificates':
      case 'applications':
      case 'join':
        return request(kind, token, documents[kind], {}, '"unavailableCities":[]');
    }
  }

  /** Remembers a case, so that it is read later. */
  filed(id: string, token: string): void {
    this.cases.push({ id, token });
  }
}

function request(kind: string, token: string, query: string, variables: object, proof: string): LoadRequest {
  return { kind, token, body: JSON.stringify({ query, variables }), proof };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('there is nobody and nothing to ask for');
  return found;
}
