import { words } from '../words'

export default words(
  {
    schematic: '岸线 GSHHG 2.3.7（LGPL）· 区划示意，非法定界线',
    watchLine: '{hours} 小时警戒线',
    noPicture: '这台电脑的浏览器画不了地图（没有 WebGL），下面用列表显示同样的内容。',
    tone: { done: '已应', waiting: '待应', moving: '上门中', late: '超时', idle: '未叫应' },
    legend: '图例',
    station: '本站地图',
    typhoon: '台风路径图',
  },
  {
    schematic: 'Coast GSHHG 2.3.7 (LGPL) · divisions are schematic, not legal boundaries',
    watchLine: '{hours} h watch line',
    noPicture: 'This browser cannot draw the map (no WebGL); the list below says the same.',
    tone: { done: 'Answered', waiting: 'Waiting', moving: 'At the door', late: 'Late', idle: 'Not called' },
    legend: 'Legend',
    station: 'Map of the station',
    typhoon: 'Map of the typhoon',
  },
)
