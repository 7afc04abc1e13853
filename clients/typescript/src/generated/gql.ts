/* eslint-disable */
import * as types from './graphql.js';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  '\n  mutation SubmitApplication($input: SubmitApplicationInput!) {\n    submitApplication(input: $input) {\n      id\n      applicationNo\n      state\n    }\n  }\n': typeof types.SubmitApplicationDocument;
  '\n  query MyApplications($first: Int! = 20, $after: String, $state: ApplicationState) {\n    myApplications(first: $first, after: $after, state: $state) {\n      totalCount\n      unavailableCities\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          applicationNo\n          state\n          submittedAt\n          item {\n            name\n          }\n        }\n      }\n    }\n  }\n': typeof types.MyApplicationsDocument;
  '\n  query ApplicationById($id: ID!) {\n    application(id: $id) {\n      id\n      applicationNo\n      state\n      outcome\n      possibleEvents\n      limits {\n        kind\n        state\n        dueOn\n      }\n      steps {\n        event\n        to\n        at\n        document {\n          title\n        }\n      }\n    }\n  }\n': typeof types.ApplicationByIdDocument;
  '\n  query SearchItems($search: String!, $first: Int! = 20, $after: String) {\n    serviceItems(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          key\n          name\n          department\n          modes\n        }\n      }\n    }\n  }\n': typeof types.SearchItemsDocument;
  '\n  query Guide($item: ID!, $cities: [DivisionCode!]) {\n    serviceItem(key: $item) {\n      key\n      name\n      statutoryDays\n      dayUnit\n      materials {\n        key\n        name\n        kind\n        necessity\n        applicantKind\n        commitmentAllowed\n        anyOf {\n          key\n          name\n        }\n      }\n      implementations(cities: $cities) {\n        id\n        division\n        committedDays\n        authority {\n          name\n        }\n      }\n    }\n  }\n': typeof types.GuideDocument;
  '\n  query MyCertificates($first: Int! = 20, $after: String, $type: ID) {\n    myCertificates(first: $first, after: $after, type: $type) {\n      totalCount\n      unavailableCities\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          status\n          expired\n          validUntil\n          type {\n            key\n            name\n          }\n          issuer {\n            name\n          }\n        }\n      }\n    }\n  }\n': typeof types.MyCertificatesDocument;
  '\n  query EvidenceFor($item: ID!, $city: DivisionCode!) {\n    evidence(item: $item, city: $city) {\n      complete\n      unavailableCities\n      materials {\n        key\n        name\n        state\n        required\n        commitmentAllowed\n        certificates {\n          usable\n          reason\n          certificate {\n            id\n          }\n        }\n      }\n    }\n  }\n': typeof types.EvidenceForDocument;
};
const documents: Documents = {
  '\n  mutation SubmitApplication($input: SubmitApplicationInput!) {\n    submitApplication(input: $input) {\n      id\n      applicationNo\n      state\n    }\n  }\n':
    types.SubmitApplicationDocument,
  '\n  query MyApplications($first: Int! = 20, $after: String, $state: ApplicationState) {\n    myApplications(first: $first, after: $after, state: $state) {\n      totalCount\n      unavailableCities\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          applicationNo\n          state\n          submittedAt\n          item {\n            name\n          }\n        }\n      }\n    }\n  }\n':
    types.MyApplicationsDocument,
  '\n  query ApplicationById($id: ID!) {\n    application(id: $id) {\n      id\n      applicationNo\n      state\n      outcome\n      possibleEvents\n      limits {\n        kind\n        state\n        dueOn\n      }\n      steps {\n        event\n        to\n        at\n        document {\n          title\n        }\n      }\n    }\n  }\n':
    types.ApplicationByIdDocument,
  '\n  query SearchItems($search: String!, $first: Int! = 20, $after: String) {\n    serviceItems(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          key\n          name\n          department\n          modes\n        }\n      }\n    }\n  }\n':
    types.SearchItemsDocument,
  '\n  query Guide($item: ID!, $cities: [DivisionCode!]) {\n    serviceItem(key: $item) {\n      key\n      name\n      statutoryDays\n      dayUnit\n      materials {\n        key\n        name\n        kind\n        necessity\n        applicantKind\n        commitmentAllowed\n        anyOf {\n          key\n          name\n        }\n      }\n      implementations(cities: $cities) {\n        id\n        division\n        committedDays\n        authority {\n          name\n        }\n      }\n    }\n  }\n':
    types.GuideDocument,
  '\n  query MyCertificates($first: Int! = 20, $after: String, $type: ID) {\n    myCertificates(first: $first, after: $after, type: $type) {\n      totalCount\n      unavailableCities\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          status\n          expired\n          validUntil\n          type {\n            key\n            name\n          }\n          issuer {\n            name\n          }\n        }\n      }\n    }\n  }\n':
    types.MyCertificatesDocument,
  '\n  query EvidenceFor($item: ID!, $city: DivisionCode!) {\n    evidence(item: $item, city: $city) {\n      complete\n      unavailableCities\n      materials {\n        key\n        name\n        state\n        required\n        commitmentAllowed\n        certificates {\n          usable\n          reason\n          certificate {\n            id\n          }\n        }\n      }\n    }\n  }\n':
    types.EvidenceForDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SubmitApplication($input: SubmitApplicationInput!) {\n    submitApplication(input: $input) {\n      id\n      applicationNo\n      state\n    }\n  }\n',
): typeof import('./graphql.js').SubmitApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query MyApplications($first: Int! = 20, $after: String, $state: ApplicationState) {\n    myApplications(first: $first, after: $after, state: $state) {\n      totalCount\n      unavailableCities\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          applicationNo\n          state\n          submittedAt\n          item {\n            name\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.js').MyApplicationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ApplicationById($id: ID!) {\n    application(id: $id) {\n      id\n      applicationNo\n      state\n      outcome\n      possibleEvents\n      limits {\n        kind\n        state\n        dueOn\n      }\n      steps {\n        event\n        to\n        at\n        document {\n          title\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.js').ApplicationByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query SearchItems($search: String!, $first: Int! = 20, $after: String) {\n    serviceItems(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          key\n          name\n          department\n          modes\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.js').SearchItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Guide($item: ID!, $cities: [DivisionCode!]) {\n    serviceItem(key: $item) {\n      key\n      name\n      statutoryDays\n      dayUnit\n      materials {\n        key\n        name\n        kind\n        necessity\n        applicantKind\n        commitmentAllowed\n        anyOf {\n          key\n          name\n        }\n      }\n      implementations(cities: $cities) {\n        id\n        division\n        committedDays\n        authority {\n          name\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.js').GuideDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query MyCertificates($first: Int! = 20, $after: String, $type: ID) {\n    myCertificates(first: $first, after: $after, type: $type) {\n      totalCount\n      unavailableCities\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          status\n          expired\n          validUntil\n          type {\n            key\n            name\n          }\n          issuer {\n            name\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.js').MyCertificatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query EvidenceFor($item: ID!, $city: DivisionCode!) {\n    evidence(item: $item, city: $city) {\n      complete\n      unavailableCities\n      materials {\n        key\n        name\n        state\n        required\n        commitmentAllowed\n        certificates {\n          usable\n          reason\n          certificate {\n            id\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql.js').EvidenceForDocument;

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
