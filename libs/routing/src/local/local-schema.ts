/** The root fields that the gateway answers itself, and their types. */
export const localSchema = /* GraphQL */ `
  """
  A city that takes part (参与城市)
  """
  type City {
    "Division code; the value that arguments called cities take (行政区划代码)"
    division: ID!
    "Name (名称)"
    name("Language of the text; absent: by Accept-Language (语言)" language: Language): String!
    "Codes of its counties and districts (所辖区县)"
    counties: [ID!]!
    "Whether the gateway's last calls got through to its node (是否可达)"
    reachable: Boolean!
  }

  """
  A node: the program that holds the records of one division (节点)
  """
  type RouteNode {
    "Division code (行政区划代码)"
    division: ID!
    "Name (名称)"
    name("Language of the text; absent: by Accept-Language (语言)" language: Language): String!
  }

  """
  Why one root field of a query goes where it goes (路由说明)
  """
  type RouteExplanation {
    "Response key of the root field (字段)"
    field: String!
    "Name of the directive that decides: owner, everyCity, registry; local for the gateway's own (路由指令)"
    directive: String!
    "The argument that names the owner or the cities (参数)"
    argument: String
    "Its value in this query (参数值)"
    value: JSON
    "Who would be asked (目标节点)"
    nodes: [RouteNode!]!
    "The reason in words (原因)"
    why("Language of the text; absent: by Accept-Language (语言)" language: Language): String!
    "Code of the error when nobody can be asked (错误代码)"
    error: String
    "What is fetched afterwards from elsewhere (后续跳转)"
    hops: [RouteHop!]!
  }

  """
  Something that is fetched from elsewhere after the root field (跳转)
  """
  type RouteHop {
    "The field as the schema names it, Type.field (字段)"
    field: String!
    "reference or everyCity (路由指令)"
    directive: String!
    "The root field that finds the objects (查找字段)"
    lookup: String!
    "Who is asked: the registry, the owner of each key, or every node (目标)"
    target: RouteHopTarget!
    "How many hops come before it, itself counted (层级)"
    level: Int!
  }

  """
  Who is asked in a hop (跳转目标)
  """
  enum RouteHopTarget {
    "The province's registry (省级公共服务)"
    REGISTRY
    "The node that owns each key (所属节点)"
    OWNER
    "Every node (所有节点)"
    EVERY_NODE
  }

  """
  Language of a text (语言)
  """
  enum Language {
    "Simplified Chinese (简体中文)"
    ZH_HANS
    "Traditional Chinese (繁體中文)"
    ZH_HANT
    "English (英文)"
    EN
  }

  "Any JSON value (任意 JSON 值)"
  scalar JSON

  type Query {
    "The cities that take part, in the order in which lists are merged (参与城市)"
    cities: [City!]!
    "Why a query would go where it would go; nothing is asked of any node (路由说明)"
    explainRoute(
      "GraphQL document (查询语句)"
      query: String!
      "Values of its variables (变量)"
      variables: JSON
      "Operation to explain, when the document has several (操作名)"
      operationName: String
    ): [RouteExplanation!]!
  }
`;
