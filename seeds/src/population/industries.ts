/** An industry and the licences that its enterprises hold beside those of every enterprise. */
export interface Industry {
  readonly name: string;
  readonly scope: string;
  readonly licences: readonly string[];
}

/** Industries of the synthetic enterprises, with the certificates that go with each. */
export const industries: readonly [Industry, ...Industry[]] = [
  {
    name: '餐饮管理',
    scope: '餐饮服务;食品销售',
    licences: [
      'food-operation-licence',
      'public-gathering-fire-safety-certificate',
      'real-estate-ownership-certificate',
    ],
  },
  {
    name: '物流运输',
    scope: '道路货物运输;仓储服务',
    licences: ['road-transport-operation-licence', 'road-transport-vehicle-certificate', 'motor-vehicle-licence'],
  },
  {
    name: '建筑工程',
    scope: '房屋建筑工程;市政工程',
    licences: ['construction-enterprise-qualification', 'construction-safety-production-licence'],
  },
  {
    name: '医药连锁',
    scope: '药品零售;医疗器械销售',
    licences: ['drug-operation-licence', 'class2-medical-device-record', 'designated-retail-pharmacy-agreement'],
  },
  {
    name: '酒店',
    scope: '住宿服务',
    licences: [
      'special-industry-permit-hotel',
      'public-place-hygiene-licence',
      'public-gathering-fire-safety-certificate',
    ],
  },
  {
    name: '机械制造',
    scope: '通用设备制造',
    licences: [
      'pollutant-discharge-permit',
      'industrial-product-production-licence',
      'special-equipment-use-registration',
      'trademark-registration-certificate',
      'real-estate-ownership-certificate',
    ],
  },
  {
    name: '人力资源服务',
    scope: '劳务派遣服务;人力资源服务',
    licences: ['labour-dispatch-licence', 'human-resources-service-licence', 'housing-lease-record'],
  },
  {
    name: '科技',
    scope: '软件开发;技术服务',
    licences: ['high-tech-enterprise-certificate', 'tech-sme-registration', 'patent-certificate'],
  },
  {
    name: '食品商贸',
    scope: '食品销售;日用百货销售',
    licences: ['prepackaged-food-record', 'tobacco-retail-licence', 'housing-lease-record'],
  },
  {
    name: '文化传媒',
    scope: '营业性演出;娱乐活动',
    licences: ['performance-brokerage-licence', 'entertainment-venue-licence'],
  },
  {
    name: '职业培训学校',
    scope: '职业技能培训',
    licences: ['vocational-training-school-licence', 'private-school-licence'],
  },
  {
    name: '门诊部',
    scope: '医疗服务',
    licences: ['medical-institution-practice-licence', 'radiation-diagnosis-licence', 'housing-lease-record'],
  },
];
