import { graphql } from '../generated/gql.js';

/** Items by their names: in either script, in English, in pinyin, by initials; the best hit first. */
export const searchItems = graphql(/* GraphQL */ `
  query SearchItems($search: String!, $first: Int! = 20, $after: String) {
    serviceItems(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          key
          name
          department
          modes
        }
      }
    }
  }
`);

/** What an item needs, and how each city carries it out. */
export const guide = graphql(/* GraphQL */ `
  query Guide($item: ID!, $cities: [DivisionCode!]) {
    serviceItem(key: $item) {
      key
      name
      statutoryDays
      dayUnit
      materials {
        key
        name
        kind
        necessity
        applicantKind
        commitmentAllowed
        anyOf {
          key
          name
        }
      }
      implementations(cities: $cities) {
        id
        division
        committedDays
        authority {
          name
        }
      }
    }
  }
`);
