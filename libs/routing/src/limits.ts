/** What the engine refuses or cuts short, as one table. Counts unless a unit is named. */
export interface RoutingLimits {
  /** nesting of fields in a document */
  readonly depth: number;
  /** nesting beneath `__schema` and `__type`, which the tools' own query needs deeper */
  readonly introspectionDepth: number;
  readonly tokens: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** pairs of fields with one response key, and of fragments: what validation compares two by two */
  readonly overlaps: number;
  /** fields that the sub-documents of one plan may name, fragments unfolded */
  readonly plannedFields: number;
  /** entries of one page; the smallest page has one */
  readonly pageSize: number;
  /** entries that a list counts for which no page size bounds */
  readonly listSize: number;
  /** entries of lists that an operation may ask for, page sizes multiplied over nesting */
  readonly cost: number;
  /** hops behind one another that a document may need */
  readonly hopLevels: number;
  /** different keys that one hop may fetch */
  readonly hopKeys: number;
  /** documents kept with their plans */
  readonly keptDocuments: number;
  /** bytes that kept documents take with their plans, estimated */
  readonly keptDocumentBytes: number;
  /** refused documents kept with their refusal */
  readonly keptRefusals: number;
  /** answers kept that are the same for everybody */
  readonly keptAnswers: number;
  /** bytes of answers kept that are the same for everybody */
  readonly keptAnswerBytes: number;
  /** bytes of text of refused documents kept */
  readonly keptRefusalBytes: number;
  /** milliseconds a read of one node may take */
  readonly readDeadline: number;
  /** milliseconds a node may take in a merge or a hop */
  readonly mergeDeadline: number;
  /** milliseconds a mutation may take */
  readonly mutationDeadline: number;
  /** bytes of one node's answer */
  readonly answerBytes: number;
  /** requests in flight to one node */
  readonly inFlight: number;
  /** connections kept to one node */
  readonly connections: number;
  /** milliseconds that a call may take in the mean while there are more of them than connections */
  readonly standing: number;
  /** subscriptions open at one node */
  readonly streams: number;
  /** milliseconds a subscription's stream may be silent, without even a comment */
  readonly streamSilence: number;
  /** failures in a row after which a node is left alone */
  readonly breakerFailures: number;
  /** calls in the window, of which half failed, after which it is left alone as well */
  readonly breakerCalls: number;
  /** milliseconds of that window, from its first failure on */
  readonly breakerWindow: number;
  /** milliseconds a node is left alone before it is tried */
  readonly breakerPause: number;
}

/** The limits that hold unless the engine is given others. */
export const defaultLimits: RoutingLimits = {
  depth: 15,
  introspectionDepth: 20,
  tokens: 2000,
  aliases: 15,
  rootFields: 20,
  directives: 20,
  overlaps: 10_000,
  plannedFields: 4000,
  pageSize: 100,
  listSize: 10,
  cost: 500_000,
  hopLevels: 3,
  hopKeys: 500,
  keptDocuments: 2000,
  keptDocumentBytes: 64_000_000,
  keptRefusals: 200,
  keptAnswers: 5000,
  keptAnswerBytes: 32_000_000,
  keptRefusalBytes: 4_000_000,
  readDeadline: 5000,
  mergeDeadline: 1000,
  mutationDeadline: 15_000,
  answerBytes: 16_000_000,
  inFlight: 256,
  connections: 64,
  standing: 400,
  streams: 5000,
  streamSilence: 30_000,
  breakerFailures: 5,
  breakerCalls: 20,
  breakerWindow: 10_000,
  breakerPause: 2000,
};
