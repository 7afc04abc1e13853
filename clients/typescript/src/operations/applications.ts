import { graphql } from '../generated/gql.js';

/** Files an application at the competent city. */
export const submitApplication = graphql(/* GraphQL */ `
  mutation SubmitApplication($input: SubmitApplicationInput!) {
    submitApplication(input: $input) {
      id
      applicationNo
      state
    }
  }
`);

/** The caller's applications, newest first, from every city. */
export const myApplications = graphql(/* GraphQL */ `
  query MyApplications($first: Int! = 20, $after: String, $state: ApplicationState) {
    myApplications(first: $first, after: $after, state: $state) {
      totalCount
      unavailableCities
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          applicationNo
          state
          submittedAt
          item {
            name
          }
        }
      }
    }
  }
`);

/** One application with its life so far. */
export const applicationById = graphql(/* GraphQL */ `
  query ApplicationById($id: ID!) {
    application(id: $id) {
      id
      applicationNo
      state
      outcome
      possibleEvents
      limits {
        kind
        state
        dueOn
      }
      steps {
        event
        to
        at
        document {
          title
        }
      }
    }
  }
`);
