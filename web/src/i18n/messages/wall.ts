import { words } from '../words'

export default words(
  {
    title: '{place}应急指挥一张图', noResponse: '日常值守', weather: '天气与预警', action: '叫应与任务', typhoon: '台风{name}', distance: '距本站 km', wind: '风速 m/s',
    speed: '移速 km/h', landfall: '预计登陆', landfallAt: '约 {time}', windSeries: '近中心风速', windUnit: '48 小时 m/s', typhoonGrade: '台风级',
    warnings: '生效预警', warningCount: '{n} 条', noWarnings: '目前没有预警', answers: '村居叫应', answerSeries: '应答进度', answerUnit: '叫应后分钟 / 应答数',
    note: { cut: '断链', late: '超时', waiting: '待应', fine: '正常' }, tasks: '响应任务', tasksNote: '完成 / 总数', late: '超时 {n}', lag: '用时 {time}', ticker: '动态',
    figure: { warnings: '生效预警', answered: '已应答', doors: '上门中', tasks: '任务完成', late: '超时', links: '在线节点' },
  },
  {
    title: '{place} · Emergency picture', noResponse: 'Ordinary duty', weather: 'Weather and warnings', action: 'Calls and tasks', typhoon: 'Typhoon {name}', distance: 'km from us',
    wind: 'wind m/s', speed: 'moving km/h', landfall: 'Landfall in', landfallAt: 'about {time}', windSeries: 'Wind at the centre', windUnit: '48 h, m/s', typhoonGrade: 'Typhoon grade',
    warnings: 'Warnings in force', warningCount: '{n}', noWarnings: 'No warnings', answers: 'Answers', answerSeries: 'Answers over time', answerUnit: 'minutes since called',
    note: { cut: 'Cut', late: 'Late', waiting: 'Waiting', fine: 'Fine' }, tasks: 'Tasks', tasksNote: 'done / all', late: '{n} late', lag: 'took {time}', ticker: 'Latest',
    figure: { warnings: 'Warnings', answered: 'Answered', doors: 'At the door', tasks: 'Tasks done', late: 'Late', links: 'Nodes up' },
  },
)
