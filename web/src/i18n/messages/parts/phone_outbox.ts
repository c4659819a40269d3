/** What waits on the phone to be sent, by kind; part of messages/phone. */
export const zh = {
  sent: {
    answer: '应答',
    task: '任务确认',
    door: '上门登记',
    moved: '转移登记',
    stay: '避灾点登记',
    report: '险情上报',
    seen: '网格上报',
    walked: '巡查登记',
    callout: '集结答复',
    inspection: '检查记录',
    count: '盘点登记',
    stock: '物资交接',
  },
}

export const en = {
  sent: {
    answer: 'Answer',
    task: 'Task',
    door: 'Door',
    moved: 'Household',
    stay: 'Shelter',
    report: 'Report',
    seen: 'Report of the grid',
    walked: 'Patrol',
    callout: 'Call-out',
    inspection: 'Inspection',
    count: 'Count',
    stock: 'Hand-over of stock',
  },
}
