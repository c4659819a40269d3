/** Names of fields of sensors and their alarms; part of messages/fields. */
export const zh = {
  device: '设备编号',
  measure: '监测项目',
  interval_seconds: '上报间隔（秒）',
  hazard_point: '所属隐患点',
  camera: '有无画面',
  thresholds: '阈值',
  sensor: '监测设备（编号）',
  limit: '阈值',
  read_at: '读数时间',
  text_en: '内容（英文）',
  from_at: '起',
  until_at: '止',
  course: '曲线',
}

export const en = {
  device: 'device',
  measure: 'measure',
  interval_seconds: 'interval (seconds)',
  hazard_point: 'hazard point',
  camera: 'whether it has a picture',
  thresholds: 'thresholds',
  sensor: 'sensor (id)',
  limit: 'limit',
  read_at: 'time of the reading',
  text_en: 'text (English)',
  from_at: 'from',
  until_at: 'until',
  course: 'course',
}
