/** Names of fields of comm checks; part of messages/fields. */
export const zh = {
  devices: '设备数',
  satellite_phones: '卫星电话数',
  asked: '点名台数',
  answered: '应答台数',
  unanswered: '无应答台数',
  faulty: '故障台数',
  left: '未点到台数',
  attention: '需留意台数',
  urgent: '须立即处理台数',
  missed: '未点到的设备（编号）',
}

export const en = {
  devices: 'devices',
  satellite_phones: 'satellite telephones',
  asked: 'asked',
  answered: 'answered',
  unanswered: 'not answered',
  faulty: 'faulty',
  left: 'missed',
  attention: 'asking for attention',
  urgent: 'asking for action now',
  missed: 'devices missed (ids)',
}
