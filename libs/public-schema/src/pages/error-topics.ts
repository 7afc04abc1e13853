import type { ErrorTopic } from '#libs/kernel';

/** How the page calls the topics of the error catalogue. */
export const errorTopicTitles: Readonly<Record<ErrorTopic, string>> = {
  input: 'Requests and input 请求与输入',
  access: 'Signing in and permission 登录与权限',
  admission: 'Admission 限流与请求形式',
  routing: 'Cities and their nodes 城市与节点',
  identifiers: 'Identifiers and codes 标识与代码',
  applications: 'Items, intakes and applications 事项、收件与办件',
  certificates: 'Certificates 电子证照',
  certificateUses: 'Use of certificates 用证',
  mandates: 'Mandates 委托',
  presentations: 'Presentations from wallets 钱包出示',
  exchange: 'Messages between nodes 节点间消息',
  system: 'The installation 系统',
};
