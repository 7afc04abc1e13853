import { graphql } from '../generated/gql.js';

/** What the caller holds, newest first, from every city. */
export const myCertificates = graphql(/* GraphQL */ `
  query MyCertificates($first: Int! = 20, $after: String, $type: ID) {
    myCertificates(first: $first, after: $after, type: $type) {
      totalCount
      unavailableCities
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          status
          expired
          validUntil
          type {
            key
            name
          }
          issuer {
            name
          }
        }
      }
    }
  }
`);

/** Which materials of an item the caller's certificates satisfy in a city, and what is still missing. */
export const evidenceFor = graphql(/* GraphQL */ `
  query EvidenceFor($item: ID!, $city: DivisionCode!) {
    evidence(item: $item, city: $city) {
      complete
      unavailableCities
      materials {
        key
        name
        state
        required
        commitmentAllowed
        certificates {
          usable
          reason
          certificate {
            id
          }
        }
      }
    }
  }
`);
