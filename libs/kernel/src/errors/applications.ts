import type { CatalogueEntry } from './catalogue-entry.js';

/** Errors of service items, intakes (收件) and applications (办件): filing, materials, the state table. */
export const applicationErrors = {
  ITEM_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '事项目录中没有该事项[：{item}]。',
      'zh-Hant': '事項目錄中沒有該事項[：{item}]。',
      en: 'The catalogue has no such service item[: {item}].',
    },
    action: {
      'zh-Hans': '请从事项目录（serviceItems）中选择。',
      'zh-Hant': '請從事項目錄（serviceItems）中選擇。',
      en: 'Choose one from the catalogue (serviceItems).',
    },
  },
  ITEM_NOT_OFFERED: {
    status: 409,
    message: {
      'zh-Hans': '该地区[（{division}）]没有开办该事项[：{item}]。',
      'zh-Hant': '該地區[（{division}）]沒有開辦該事項[：{item}]。',
      en: 'The service item is not offered in this place[ ({division})][: {item}].',
    },
    action: {
      'zh-Hans': '请在办事指南（implementations）中选择开办该事项的地区。',
      'zh-Hant': '請在辦事指南（implementations）中選擇開辦該事項的地區。',
      en: 'Choose a place that offers it; the guides (implementations) list them.',
    },
  },
  IMPLEMENTATION_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该实施清单事项[：{implementation}]。',
      'zh-Hant': '沒有找到該實施清單事項[：{implementation}]。',
      en: 'The implementation of the item was not found[: {implementation}].',
    },
    action: {
      'zh-Hans': '请核对实施编码或重新从办事指南进入。',
      'zh-Hant': '請核對實施編碼或重新從辦事指南進入。',
      en: 'Check the implementation code, or start again from the guide.',
    },
  },
  MATERIAL_MISSING: {
    status: 400,
    message: {
      'zh-Hans': '缺少必需的材料[：{material}]。',
      'zh-Hant': '缺少必需的材料[：{material}]。',
      en: 'A required material is missing[: {material}].',
    },
    action: {
      'zh-Hans': '请补交该材料；办事指南允许的，可选择告知承诺或容缺受理。',
      'zh-Hant': '請補交該材料；辦事指南允許的，可選擇告知承諾或容缺受理。',
      en: 'Add it; where the guide allows, commit instead or hand it in later.',
    },
  },
  MATERIAL_UNKNOWN: {
    status: 400,
    message: {
      'zh-Hans': '该事项不需要这项材料[：{material}]。',
      'zh-Hant': '該事項不需要這項材料[：{material}]。',
      en: 'The item does not ask for this material[: {material}].',
    },
    action: {
      'zh-Hans': '请按办事指南列出的材料提交。',
      'zh-Hant': '請按辦事指南列出的材料提交。',
      en: 'Hand in the materials that the guide lists.',
    },
  },
  MATERIAL_INVALID: {
    status: 400,
    message: {
      'zh-Hans': '该材料不符合要求[：{material}][（{reason}）]。',
      'zh-Hant': '該材料不符合要求[：{material}][（{reason}）]。',
      en: 'The material does not meet the requirements[: {material}][ ({reason})].',
    },
    action: {
      'zh-Hans': '请按办事指南的要求重新提供该材料。',
      'zh-Hant': '請按辦事指南的要求重新提供該材料。',
      en: 'Provide it again as the guide asks.',
    },
  },
  COMMITMENT_NOT_ALLOWED: {
    status: 409,
    message: {
      'zh-Hans': '该材料不适用告知承诺[：{material}]。',
      'zh-Hant': '該材料不適用告知承諾[：{material}]。',
      en: 'A commitment cannot stand in for this material[: {material}].',
    },
    action: {
      'zh-Hans': '请提交该材料本身。',
      'zh-Hant': '請提交該材料本身。',
      en: 'Hand in the material itself.',
    },
  },
  DEFERRAL_NOT_ALLOWED: {
    status: 409,
    message: {
      'zh-Hans': '该材料不适用容缺受理[：{material}]。',
      'zh-Hant': '該材料不適用容缺受理[：{material}]。',
      en: 'This material cannot be handed in later[: {material}].',
    },
    action: {
      'zh-Hans': '请在申请时一并提交该材料。',
      'zh-Hant': '請在申請時一併提交該材料。',
      en: 'Hand it in with the application.',
    },
  },
  APPLICANT_KIND_NOT_ALLOWED: {
    status: 409,
    message: {
      'zh-Hans': '该事项不面向此类申请人[：{applicantKind}]。',
      'zh-Hant': '該事項不面向此類申請人[：{applicantKind}]。',
      en: 'The item is not meant for this kind of applicant[: {applicantKind}].',
    },
    action: {
      'zh-Hans': '请以事项要求的身份（个人或单位）登录后申请。',
      'zh-Hant': '請以事項要求的身份（個人或單位）登入後申請。',
      en: 'Sign in as the kind of applicant the item asks for (person or organisation).',
    },
  },
  MODE_NOT_OFFERED: {
    status: 409,
    message: {
      'zh-Hans': '该事项不提供这种办理方式[：{mode}]。',
      'zh-Hant': '該事項不提供這種辦理方式[：{mode}]。',
      en: 'The item is not offered in this mode[: {mode}].',
    },
    action: {
      'zh-Hans': '请在办事指南列出的办理方式中选择。',
      'zh-Hant': '請在辦事指南列出的辦理方式中選擇。',
      en: 'Choose one of the modes that the guide lists.',
    },
  },
  PRESENCE_REQUIRED: {
    status: 409,
    message: {
      'zh-Hans': '该事项须申请人本人到场办理。',
      'zh-Hant': '該事項須申請人本人到場辦理。',
      en: 'The applicant must appear in person for this item.',
    },
    action: {
      'zh-Hans': '请本人携带有效身份证件到窗口办理。',
      'zh-Hant': '請本人攜帶有效身份證件到窗口辦理。',
      en: 'Come to a window in person with a valid identity document.',
    },
  },
  MINIMUM_WAIT_NOT_OVER: {
    status: 409,
    message: {
      'zh-Hans': '法定等待期尚未届满[，截至 {until}]。',
      'zh-Hant': '法定等待期尚未屆滿[，截至 {until}]。',
      en: 'The statutory waiting period is not over[; it ends on {until}].',
    },
    action: {
      'zh-Hans': '请在等待期届满后再办理这一步。',
      'zh-Hant': '請在等待期屆滿後再辦理這一步。',
      en: 'Take this step when the period is over.',
    },
  },
  APPLICATION_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该办件。',
      'zh-Hant': '沒有找到該辦件。',
      en: 'The application was not found.',
    },
    action: {
      'zh-Hans': '请核对办件编号；您只能查看本人的或由您经办的办件。',
      'zh-Hant': '請核對辦件編號；您只能查看本人的或由您經辦的辦件。',
      en: 'Check the number; you can see only applications that are yours or that you handle.',
    },
  },
  APPLICATION_STATE_CONFLICT: {
    status: 409,
    message: {
      'zh-Hans': '办件现在的状态[（{state}）]不允许这一操作[（{event}）]。',
      'zh-Hant': '辦件現在的狀態[（{state}）]不允許這一操作[（{event}）]。',
      en: 'The present state of the application[ ({state})] does not allow this step[ ({event})].',
    },
    action: {
      'zh-Hans': '请刷新后查看办件的最新状态。',
      'zh-Hant': '請刷新後查看辦件的最新狀態。',
      en: 'Reload to see its latest state.',
    },
  },
  CORRECTION_ALREADY_REQUESTED: {
    status: 409,
    message: {
      'zh-Hans': '补正只能一次性告知，该办件已发出过补正通知。',
      'zh-Hant': '補正只能一次性告知，該辦件已發出過補正通知。',
      en: 'Corrections are requested once, all together, and a notice has already been sent for this application.',
    },
    action: {
      'zh-Hans': '请根据现有材料决定受理、不予受理或退回。',
      'zh-Hant': '請根據現有材料決定受理、不予受理或退回。',
      en: 'Accept, refuse or return it on the materials as they are.',
    },
  },
  EXTENSION_ALREADY_GRANTED: {
    status: 409,
    message: {
      'zh-Hans': '该办件已延长过一次审批期限，不能再次延长。',
      'zh-Hant': '該辦件已延長過一次審批期限，不能再次延長。',
      en: 'The time limit of this application has already been extended once.',
    },
    action: {
      'zh-Hans': '请在现有期限内作出决定。',
      'zh-Hant': '請在現有期限內作出決定。',
      en: 'Decide within the present limit.',
    },
  },
  SOLE_REVIEWER_MAY_NOT_DECIDE: {
    status: 403,
    message: {
      'zh-Hans': '决定人不能是该办件唯一的审查人。',
      'zh-Hant': '決定人不能是該辦件唯一的審查人。',
      en: 'The decider must not be the only reviewer of the application.',
    },
    action: {
      'zh-Hans': '请由另一名有决定权的人员作出决定。',
      'zh-Hant': '請由另一名有決定權的人員作出決定。',
      en: 'Let another entitled officer decide.',
    },
  },
  INTAKE_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该收件。',
      'zh-Hant': '沒有找到該收件。',
      en: 'The intake was not found.',
    },
    action: {
      'zh-Hans': '请核对收件编号；收件保存在收件窗口所在的城市。',
      'zh-Hant': '請核對收件編號；收件保存在收件窗口所在的城市。',
      en: 'Check the receipt number; intakes are kept by the city of the window.',
    },
  },
  INTAKE_STATE_CONFLICT: {
    status: 409,
    message: {
      'zh-Hans': '收件现在的状态[（{state}）]不允许这一操作[（{event}）]。',
      'zh-Hant': '收件現在的狀態[（{state}）]不允許這一操作[（{event}）]。',
      en: 'The present state of the intake[ ({state})] does not allow this step[ ({event})].',
    },
    action: {
      'zh-Hans': '请刷新后查看收件的最新状态。',
      'zh-Hant': '請刷新後查看收件的最新狀態。',
      en: 'Reload to see its latest state.',
    },
  },
  WINDOW_UNKNOWN: {
    status: 404,
    message: {
      'zh-Hans': '没有找到该窗口[：{window}]。',
      'zh-Hant': '沒有找到該窗口[：{window}]。',
      en: 'The window was not found[: {window}].',
    },
    action: {
      'zh-Hans': '请从政务服务中心的窗口列表（serviceCentres）中选择。',
      'zh-Hant': '請從政務服務中心的窗口列表（serviceCentres）中選擇。',
      en: 'Choose one from the list of windows (serviceCentres).',
    },
  },
} satisfies Record<string, CatalogueEntry>;
