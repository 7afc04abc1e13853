/** The lists of entities that are no connections, and why: each is bounded by the files or by the limits of its input. */
export const unpagedLists: Readonly<Record<string, string>> = {
  'Query.cities': 'one entry for each city of the node directory',
  'Query.explainRoute': 'one entry for each root field of the query, whose number is limited',
  'Query.implementations': 'one item: at most one entry for each authority of a city, side by side',
  'ServiceItem.implementations': 'one item: at most one entry for each authority of a city, side by side',
  'Query.serviceCentres': 'one entry for each county and zone of a city; shown as a whole, on a map',
  'ServiceCentre.windows': 'the windows of one hall, fewer than ten',
  'Implementation.windows': 'the windows of one hall, fewer than ten',
  'Bundle.items': 'the items of one occasion, fewer than twenty; their order is the order of the steps',
  'MaterialRequirement.anyOf': 'the kinds of certificates that serve one material, fewer than ten',
  'Mandate.items': 'the items that one mandate names; its input takes a limited number',
};
