/** The contracts that the product routes by in the bench: small, with every route that is measured. */

const page = /* GraphQL */ `
  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
`;

const records = /* GraphQL */ `
  type Application {
    id: ID!
    applicationNo: String!
    itemKey: String!
    itemName: String!
    state: String!
    mode: String!
    intakeDivision: String!
    competentDivision: String!
    applicantName: String!
    agentName: String
    submittedAt: String!
    acceptedAt: String
    dueOn: String
    committedDays: Int!
    materials: [Material!]!
  }
  type Material {
    key: String!
    name: String!
    origin: String!
    pages: Int!
  }
  type Notice {
    id: ID!
    division: String!
    title: String!
    itemKey: String!
    kind: String!
    channel: String!
    publishedAt: String!
    validUntil: String
    reads: Int!
    urgent: Boolean!
  }
`;

/** What the province's registry would serve; the bench asks it nothing. */
export const registryContract = /* GraphQL */ `
  type Query {
    catalogueVersion: String @registry
  }
`;

/** What every node serves, with the routes. */
export const nodeContract = /* GraphQL */ `
  ${page}
  ${records.replace('type Application {', 'type Application implements Node {')}
  interface Node {
    id: ID!
  }
  type Query {
    node(id: ID!): Node @owner(argument: "id")
    nodes(ids: [ID!]!): [Node]! @internal
    application(id: ID!): Application @owner(argument: "id")
    notices(cities: [ID!]): [Notice!] @everyCity(merge: LIST)
    noticePage(cities: [ID!], first: Int! = 20, after: String): NoticeConnection @everyCity(merge: CONNECTION)
    handovers(division: ID!): [Handover!] @owner(argument: "division")
  }
  type Handover {
    id: ID!
    sentAt: String!
    window: String!
    courier: String!
    application: Application @reference
  }
  type NoticeConnection {
    edges: [NoticeEdge!]!
    pageInfo: PageInfo!
    totalCount: Int!
    unavailableCities: [ID!]
  }
  type NoticeEdge {
    cursor: String!
    node: Notice!
  }
`;

/**
 * The same records as one city's subgraph of a federation. There a field has one owner, so every city has root fields of
 * its own name.
 */
export function subgraphContract(division: string): string {
  const shareable = records.replaceAll(/^ {2}type (\w+) \{/gm, '  type $1 @shareable {');
  return /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])
  ${shareable}
  type Query {
    application${division}(id: ID!): Application
    notices${division}: [Notice!]
  }
`;
}
