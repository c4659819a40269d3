import { words } from '../words'

export default words(
  {
    title: '风险一张图',
    note: '隐患点、企业和场所风险等级、监测设备和避灾点。点图上的点或左侧名称看责任人、预案和去处。',
    layers: '图层',
    find: '按名称查找',
    class: '{grade}色风险',
    watchedBy: '监测设备：',
    openSensor: '打开监测曲线',
    openList: '在台账里修改',
    importPoints: '导入隐患点',
    importPlaces: '导入企业场所',
    layer: { points: '隐患点', places: '企业场所', sensors: '监测设备', shelters: '避灾点' },
    sign: { points: '险', places: '企', sensors: '测', shelters: '避' },
    people: { points: '受威胁 {n} 人', places: '{n} 人', sensors: '{n}', shelters: '可容 {n} 人' },
  },
  {
    title: 'Risk map',
    note: 'Hazard points, places by risk class, sensors and shelters. Press a point or a name for keeper, plan and shelter.',
    layers: 'Layers',
    find: 'Find by name',
    class: 'class {grade}',
    watchedBy: 'Watched by ',
    openSensor: 'Open its series',
    openList: 'Change in the list',
    importPoints: 'Import hazard points',
    importPlaces: 'Import places',
    layer: { points: 'Hazard points', places: 'Places', sensors: 'Sensors', shelters: 'Shelters' },
    sign: { points: '险', places: '企', sensors: '测', shelters: '避' },
    people: { points: '{n} people at risk', places: '{n} people', sensors: '{n}', shelters: 'room for {n}' },
  },
)
