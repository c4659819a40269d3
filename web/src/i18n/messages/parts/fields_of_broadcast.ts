/** Names of fields of broadcasts and loudspeakers; part of messages/fields. */
export const zh = {
  drill_ok: '可用于演练',
  test_by: '下次试播期限',
  last_heard_at: '最近心跳',
  close_by: '回执截止',
  terminals: '喇叭（编号）',
  silent: '无回执',
  proved: '已试播区域',
  failed: '失败',
  sent: '已送达流媒体',
  codec: '编码',
}

export const en = {
  drill_ok: 'may sound in drills',
  test_by: 'to be tested by',
  last_heard_at: 'last heard',
  close_by: 'receipts by',
  terminals: 'loudspeakers (ids)',
  silent: 'silent',
  proved: 'zones tested',
  failed: 'failed',
  sent: 'sent to streams',
  codec: 'coding',
}
