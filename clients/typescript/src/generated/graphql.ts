/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What happens to an application (办理环节) */
export type ApplicationEvent =
  /** It is accepted: the limits start (受理) */
  | 'ACCEPT'
  /** Five working days have passed in silence: it counts as accepted (逾期视为受理) */
  | 'ACCEPT_BY_LAPSE'
  /** The certificate is issued (制证) */
  | 'CERTIFY'
  /** It is closed (办结) */
  | 'COMPLETE'
  /** What was asked for is handed in (补正) */
  | 'CORRECT'
  /** Result and notices reach the applicant (送达) */
  | 'DELIVER'
  /** The special procedure ends (结束特别程序) */
  | 'END_SPECIAL_PROCEDURE'
  /** The limits are extended, once (延长审批) */
  | 'EXTEND'
  /** It is granted (准予) */
  | 'GRANT'
  /** It is refused (不予许可) */
  | 'REFUSE'
  /** Acceptance is refused (不予受理) */
  | 'REFUSE_ACCEPTANCE'
  /** Corrections are requested, once, everything at once (一次性告知补正) */
  | 'REQUEST_CORRECTION'
  /** It is sent back (退件) */
  | 'RETURN'
  /** The review starts (开始审查) */
  | 'START_REVIEW'
  /** A special procedure starts (启动特别程序) */
  | 'START_SPECIAL_PROCEDURE'
  /** It is filed (提交申请) */
  | 'SUBMIT'
  /** It is terminated before the decision (终止) */
  | 'TERMINATE'
  /** The applicant withdraws it (撤回) */
  | 'WITHDRAW';

/** Where an application stands (办件状态) */
export type ApplicationState =
  /** Accepted; the limits run (已受理) */
  | 'ACCEPTED'
  /** The certificate is issued (已制证) */
  | 'CERTIFIED'
  /** Completed (已办结) */
  | 'COMPLETED'
  /** To be corrected; the acceptance term stands still (待补正) */
  | 'CORRECTION_REQUESTED'
  /** Delivered (已送达) */
  | 'DELIVERED'
  /** Not filed yet (草稿) */
  | 'DRAFT'
  /** Granted (准予) */
  | 'GRANTED'
  /** Not accepted, with reasons and remedy (不予受理) */
  | 'NOT_ACCEPTED'
  /** Refused, with reasons and remedy (不予许可) */
  | 'REFUSED'
  /** Sent back (退件) */
  | 'RETURNED'
  /** In a special procedure; the limits stand still (特别程序) */
  | 'SPECIAL_PROCEDURE'
  /** Filed; to be accepted, corrected or refused within five working days (已提交) */
  | 'SUBMITTED'
  /** Terminated (已终止) */
  | 'TERMINATED'
  /** Under review (审查中) */
  | 'UNDER_REVIEW'
  /** Withdrawn by the applicant (已撤回) */
  | 'WITHDRAWN';

/** For whom an item is meant (服务对象) */
export type Audience =
  /** Either (自然人和法人) */
  | 'BOTH'
  /** Natural persons (自然人) */
  | 'INDIVIDUAL'
  /** Legal persons (法人) */
  | 'LEGAL_PERSON';

/** The register’s status of a certificate; expiry is a date, not a status (电子证照状态) */
export type CertificateState =
  /** Cancelled, for good: what it certified has ended (注销) */
  | 'CANCELLED'
  /** Reported lost: not to be used until the loss is lifted (挂失) */
  | 'LOST'
  /** Revoked, for good (吊销, 撤销) */
  | 'REVOKED'
  /** A later version took its place (被取代) */
  | 'SUPERSEDED'
  /** Suspended: not to be used until it is resumed (暂扣, 冻结) */
  | 'SUSPENDED'
  /** To be used (有效) */
  | 'VALID';

/** In which days a limit is counted (时限单位) */
export type DayUnit =
  /** Calendar days (自然日) */
  | 'CALENDAR'
  /** Working days with the published swaps (工作日) */
  | 'WORKING';

/** How result and notices reach the applicant (送达方式) */
export type DeliveryMethod =
  /** Electronically (电子送达) */
  | 'ELECTRONIC'
  /** By post (邮寄) */
  | 'POST'
  /** At a window (窗口领取) */
  | 'WINDOW';

/** A file: what it is called and what it hashes to (电子文件) */
export type DocumentInput = {
  /** Media type: a PDF or an image (文件类型) */
  mediaType: string;
  /** File name (文件名) */
  name: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits in lower case (文件摘要) */
  sha256: string;
  /** Bytes (文件大小) */
  size: number;
};

/** How an item may be handled across cities (通办模式) */
export type HandlingMode =
  /** The office where one applies is itself competent (全国通办) */
  | 'ANY_OFFICE'
  /** Online, at the competent city (全程网办) */
  | 'FULLY_ONLINE'
  /** One filing, parts in several cities (多地联办) */
  | 'MULTI_CITY_JOINT'
  /** A window elsewhere takes the papers, the competent city decides (异地代收代办) */
  | 'REMOTE_INTAKE';

/** A clock of an application (时限) */
export type LimitKind =
  /** To accept, request corrections or refuse: five working days (受理期限) */
  | 'ACCEPTANCE'
  /** What the authority promises until the decision (承诺办结时限) */
  | 'COMMITTED'
  /** To deliver the decision: ten working days (送达期限) */
  | 'DELIVERY'
  /** What the law allows until the decision (法定办结时限) */
  | 'STATUTORY';

/** Whether a limit counts (计时状态) */
export type LimitState =
  /** It has ended (已结束) */
  | 'ENDED'
  /** Stands still for a special procedure (暂停) */
  | 'PAUSED'
  /** It counts (计时中) */
  | 'RUNNING';

/** How a material stands for the caller (材料就绪情况) */
export type MaterialEvidenceState =
  /** It is another person’s certificate; the caller cannot show it (他人证照) */
  | 'HELD_BY_ANOTHER'
  /** No certificate that could serve it was found (缺少) */
  | 'MISSING'
  /** A certificate serves it (已有证照可用) */
  | 'SATISFIED'
  /** A form, photograph, declaration or original that the applicant supplies (自行提供) */
  | 'TO_BE_SUPPLIED'
  /** None was found, but a city did not answer (暂无法确定) */
  | 'UNDETERMINED';

/** A material as it is handed in: the requirement it is for, and exactly one form (材料) */
export type MaterialInput = {
  /** Mandates by which the other owners of a thing agree; with a certificate, online only (共有人同意) */
  agreements?: Array<string | number> | null | undefined;
  /** An e-certificate, by its ID (电子证照) */
  certificate?: string | number | null | undefined;
  /** A commitment in place of the material (告知承诺) */
  committed?: boolean | null | undefined;
  /** A declaration (声明) */
  declaration?: string | null | undefined;
  /** To be handed in later (容缺) */
  deferred?: boolean | null | undefined;
  /** A file (电子文件) */
  document?: DocumentInput | null | undefined;
  /** Shown on paper; at a window only (纸质) */
  paper?: boolean | null | undefined;
  /** Key of the item’s requirement (材料键) */
  requirement: string | number;
};

/** What kind of thing a material is (材料形式) */
export type MaterialKind =
  /** An e-certificate can serve (电子证照) */
  | 'CERTIFICATE'
  /** A statement in writing (声明) */
  | 'DECLARATION'
  /** A form to fill in (申请表) */
  | 'FORM'
  /** The paper itself must be seen (原件) */
  | 'ORIGINAL'
  /** A photograph (照片) */
  | 'PHOTO';

/** Whether a material must be there when one applies (必要性) */
export type MaterialNecessity =
  /** May be handed in later (可容缺) */
  | 'DEFERRABLE'
  /** Must be there (必备) */
  | 'REQUIRED';

/** An application filed online (网上申请) */
export type SubmitApplicationInput = {
  /** Name of the applicant, the caller; under a mandate the principal’s name stands in it (申请人) */
  applicantName: string;
  /** How the result is delivered (送达方式) */
  delivery?: DeliveryMethod;
  /** The city, or the county for items that counties decide (属地) */
  division: string;
  /** The same key with the same input has its effect once (幂等键) */
  idempotencyKey?: string | null | undefined;
  /** Service item key (事项) */
  item: string | number;
  /** The mandate under which the caller files for its principal; absent: in the own name (委托书) */
  mandate?: string | number | null | undefined;
  /** Materials, one for each requirement that holds for the applicant (申请材料) */
  materials: Array<MaterialInput>;
  /** Online only FULLY_ONLINE (通办模式) */
  mode?: HandlingMode;
};

export type SubmitApplicationMutationVariables = Exact<{
  input: SubmitApplicationInput;
}>;

export type SubmitApplicationMutation = {
  submitApplication: { id: string; applicationNo: string; state: ApplicationState } | null;
};

export type MyApplicationsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  state?: ApplicationState | null | undefined;
}>;

export type MyApplicationsQuery = {
  myApplications: {
    totalCount: number;
    unavailableCities: Array<string> | null;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: Array<{
      node: {
        id: string;
        applicationNo: string;
        state: ApplicationState;
        submittedAt: string;
        item: { name: string } | null;
      };
    }>;
  } | null;
};

export type ApplicationByIdQueryVariables = Exact<{
  id: string | number;
}>;

export type ApplicationByIdQuery = {
  application: {
    id: string;
    applicationNo: string;
    state: ApplicationState;
    outcome: ApplicationState | null;
    possibleEvents: Array<ApplicationEvent>;
    limits: Array<{ kind: LimitKind; state: LimitState; dueOn: string | null }>;
    steps: Array<{ event: ApplicationEvent; to: ApplicationState; at: string; document: { title: string } | null }>;
  } | null;
};

export type SearchItemsQueryVariables = Exact<{
  search: string;
  first?: number;
  after?: string | null | undefined;
}>;

export type SearchItemsQuery = {
  serviceItems: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: Array<{ node: { key: string; name: string; department: string; modes: Array<HandlingMode> } }>;
  } | null;
};

export type GuideQueryVariables = Exact<{
  item: string | number;
  cities?: Array<string> | string | null | undefined;
}>;

export type GuideQuery = {
  serviceItem: {
    key: string;
    name: string;
    statutoryDays: number;
    dayUnit: DayUnit;
    materials: Array<{
      key: string;
      name: string;
      kind: MaterialKind;
      necessity: MaterialNecessity;
      applicantKind: Audience;
      commitmentAllowed: boolean;
      anyOf: Array<{ key: string; name: string }>;
    }>;
    implementations: Array<{ id: string; division: string; committedDays: number; authority: { name: string } }>;
  } | null;
};

export type MyCertificatesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
  type?: string | number | null | undefined;
}>;

export type MyCertificatesQuery = {
  myCertificates: {
    totalCount: number;
    unavailableCities: Array<string> | null;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: Array<{
      node: {
        id: string;
        status: CertificateState;
        expired: boolean;
        validUntil: string | null;
        type: { key: string; name: string } | null;
        issuer: { name: string };
      };
    }>;
  } | null;
};

export type EvidenceForQueryVariables = Exact<{
  item: string | number;
  city: string;
}>;

export type EvidenceForQuery = {
  evidence: {
    complete: boolean;
    unavailableCities: Array<string>;
    materials: Array<{
      key: string;
      name: string;
      state: MaterialEvidenceState;
      required: boolean;
      commitmentAllowed: boolean;
      certificates: Array<{ usable: boolean; reason: string; certificate: { id: string } | null }>;
    }>;
  } | null;
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SubmitApplicationDocument = new TypedDocumentString(`
    mutation SubmitApplication($input: SubmitApplicationInput!) {
  submitApplication(input: $input) {
    id
    applicationNo
    state
  }
}
    `) as unknown as TypedDocumentString<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const MyApplicationsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MyApplicationsQuery, MyApplicationsQueryVariables>;
export const ApplicationByIdDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ApplicationByIdQuery, ApplicationByIdQueryVariables>;
export const SearchItemsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<SearchItemsQuery, SearchItemsQueryVariables>;
export const GuideDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<GuideQuery, GuideQueryVariables>;
export const MyCertificatesDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MyCertificatesQuery, MyCertificatesQueryVariables>;
export const EvidenceForDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<EvidenceForQuery, EvidenceForQueryVariables>;
