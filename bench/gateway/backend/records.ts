import { applicationId, entriesOfCity } from '../cities.js';

/** What one city holds. */
export interface CityRecords {
  readonly division: string;
  readonly applications: ReadonlyMap<string, object>;
  readonly notices: readonly Notice[];
  readonly handovers: readonly object[];
}

/** A notice, with the cursor at which it stands in the merged list of all cities. */
export interface Notice {
  readonly id: string;
  readonly cursor: string;
}

/** The same records every time; nobody's. */
export function recordsOf(division: string): CityRecords {
  const indices = Array.from({ length: entriesOfCity }, (_, index) => index);
  const applications = indices.map((index) => application(division, index));
  return {
    division,
    applications: new Map(applications.map((record) => [record.id, record])),
    notices: indices.map((index) => notice(division, index)),
    handovers: indices.map((index) => handover(division, index)),
  };
}

function application(division: string, index: number) {
  const day = String(1 + index).padStart(2, '0');
  return {
    __typename: 'Application',
    id: applicationId(division, index),
    applicationNo: `${division}${String(2026_0000_0000 + index).padStart(16, '0')}`,
    itemKey: `household-transfer-${index}`,
    itemName: `户口迁移(市外迁入)第${index}号事项`,
    state: index % 3 === 0 ? 'UNDER_REVIEW' : 'ACCEPTED',
    mode: 'REMOTE_INTAKE',
    intakeDivision: '430204',
    competentDivision: division,
    applicantName: `申请人${index}`,
    agentName: index % 2 === 0 ? null : `代理人${index}`,
    submittedAt: `2026-03-${day}T01:30:00.000Z`,
    acceptedAt: `2026-03-${day}T07:45:00.000Z`,
    dueOn: `2026-04-${day}`,
    committedDays: 5 + index,
    materials: Array.from({ length: 5 }, (_, place) => material(index, place)),
  };
}

function material(index: number, place: number): object {
  return {
    key: `material-${index}-${place}`,
    name: `材料${place + 1}:居民户口簿首页及本人页`,
    origin: place === 0 ? 'CERTIFICATE' : 'UPLOAD',
    pages: place + 1,
  };
}

function notice(division: string, index: number) {
  const id = `notice_${division}_01JBENCH${String(index).padStart(18, '0')}`;
  const publishedAt = `2026-05-${String(1 + index).padStart(2, '0')}T0${Number(division) % 7}:00:00.000Z`;
  return {
    id,
    division,
    title: `关于第${index}号事项跨市通办的公告`,
    itemKey: `household-transfer-${index}`,
    kind: 'GUIDE_CHANGED',
    channel: 'ONLINE',
    publishedAt,
    validUntil: index % 4 === 0 ? null : '2027-01-01',
    reads: index * 37,
    urgent: index % 5 === 0,
    cursor: `a${Buffer.from(`${publishedAt} ${id}`).toString('hex')}`,
  };
}

/** Sent to the next city, whose node holds the application. */
function handover(division: string, index: number): object {
  return {
    id: `handover_${division}_01JBENCH${String(index).padStart(18, '0')}`,
    sentAt: `2026-03-${String(1 + index).padStart(2, '0')}T02:00:00.000Z`,
    window: `win_${division}_hall-${index}`,
    courier: `SF${division}${index}`,
    application: { __typename: 'Application', id: applicationId(nextCity(division), index) },
  };
}

function nextCity(division: string): string {
  return String(Number(division) + 100);
}
