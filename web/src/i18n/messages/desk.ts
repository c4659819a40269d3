import { words } from '../words'

export default words(
  {
    strip: '当前响应与台风', actions: '常用操作', noResponse: '目前没有应急响应，日常值守', showAnswers: '在下方显示这个响应的叫应与任务',
    responseName: '{hazard} {level}级响应', typhoonFrom: '台风{name}中心距本站', landfall: '预计登陆', about: '前后', wind: '近中心风速',
    startResponse: '启动响应', enterWarning: '录入预警',
    decision: {
      title: '等您确认', start: '建议启动{hazard}{level}级', level: '{hazard}响应建议由{from}级调为{to}级', confirm: '确认启动 {level}级',
      decline: '不启动', change: '调整为 {level}级', started: '已启动响应，叫应和任务已发出', declined: '已记录不启动及理由',
      changed: '已调整响应级别', declineTitle: '不启动这个响应', levelTitle: '调整响应级别', logged: '理由将记入值班日志，事后可查。',
    },
    clocks: '在办时限', clockCount: '{n} 项', openCalls: '{n} 处未应答', noClocks: '没有在跑的时限', go: { calls: '去叫应', task: '查看' },
    warnings: '生效预警', noWarnings: '目前没有覆盖本站的预警', otherWarnings: '另有 {n} 条不覆盖本站的预警',
    layers: '地图图层', layer: { calls: '叫应', areas: '预警范围' }, inset: '{name} {number} · 路径与风圈', force: '{n} 级',
    log: '值班日志', wholeLog: '全部日志', noLog: '还没有记录',
    tasks: '响应任务', tasksOf: '{hazard}{level}级响应任务', done: '完成', noTasks: '这个响应还没有任务',
    ladders: '预警与响应对照', ladderNote: '信号 → 响应', signalOf: '{hazard}预警信号', noSignal: '无信号', inResponse: '响应中', notInResponse: '未启动',
    answers: '村（社区）叫应',
  },
  {
    strip: 'Responses and typhoon', actions: 'Common actions', noResponse: 'No response in force; ordinary duty',
    showAnswers: 'Show the calls and tasks of this response below', responseName: '{hazard} level {level}', typhoonFrom: '{name} from us',
    landfall: 'Landfall', about: 'or so', wind: 'Wind at centre', startResponse: 'Start a response', enterWarning: 'Enter a warning',
    decision: {
      title: 'Waiting for you', start: 'Proposed: {hazard} response level {level}', level: '{hazard}: from level {from} to {to}',
      confirm: 'Start level {level}', decline: 'Do not start', change: 'Change to level {level}', started: 'Response started; calls and tasks are out',
      declined: 'Not started; the reason is noted', changed: 'Level changed', declineTitle: 'Do not start this response',
      levelTitle: 'Change the level', logged: 'The reason goes into the duty log.',
    },
    clocks: 'Deadlines', clockCount: '{n}', openCalls: '{n} not answered', noClocks: 'No clock is running', go: { calls: 'Call', task: 'Open' },
    warnings: 'Warnings in force', noWarnings: 'No warning covers this station', otherWarnings: '{n} more that do not cover us',
    layers: 'Map layers', layer: { calls: 'Calls', areas: 'Warned areas' }, inset: '{name} {number} · track and wind', force: 'F{n}',
    log: 'Duty log', wholeLog: 'Whole log', noLog: 'Nothing written yet',
    tasks: 'Tasks', tasksOf: '{hazard} level {level}: tasks', done: 'Done', noTasks: 'This response has no tasks yet',
    ladders: 'Signal and response', ladderNote: 'signal → response', signalOf: '{hazard} signal', noSignal: 'No signal', inResponse: 'in force',
    notInResponse: 'Not started', answers: 'Villages’ answers',
  },
)
