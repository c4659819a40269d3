import { words } from '../words'
import * as kinds from './parts/kinds_shared'
import * as more from './parts/kinds_shared_more'

export default words(
  {
    title: '哪些信息离开本站',
    note: '发往上级、下级的每一条，对方看到什么，这里就看到什么。',
    sent: '已发出的条目',
    rules: '共享规则',
    sentTitle: '最近发出（原样）',
    nothingSent: '还没有条目离开本站',
    drill: '演练',
    comma: '、',
    promise: {
      sealed: '姓名、电话、住址等个人信息封存在本站，从不外传。',
      numbers: '任何文字里的身份证号，写入时即以星号代替，既不保存也不外传。',
      households: '转移对象户名册只留在本站；上级只看到户数、人数等合计。',
    },
    stays: '另有 {n} 类记录（登录、账号、人员、岗位、链路等）只留在本站。',
    column: { what: '内容', way: '方向', urgency: '缓急', leaves: '外传的字段', staysHome: '留在本站的字段' },
    share: { up: '报上级', down: '发下级', both: '上下都发' },
    to: { up: '报上级', down: '发下级', one: '发 {area}' },
    urgencies: { life_safety: '生命安全', urgent: '紧急', routine: '日常' },
    kind: { ...kinds.zh, ...more.zh },
  },
  {
    title: 'What leaves the station',
    note: 'Every entry sent up or down, exactly as the other side reads it.',
    sent: 'Entries sent',
    rules: 'Sharing rules',
    sentTitle: 'Latest sent, word for word',
    nothingSent: 'Nothing has left the station yet',
    drill: 'drill',
    comma: ', ',
    promise: {
      sealed: 'Names, telephone numbers and addresses are sealed here and never leave.',
      numbers: 'An identity number in any text becomes stars as it is written: it is neither kept nor sent.',
      households: 'The list of households to be moved stays here; above only totals are seen.',
    },
    stays: '{n} more kinds of records (log-ins, accounts, people, posts, links …) stay here.',
    column: { what: 'What', way: 'Way', urgency: 'Urgency', leaves: 'Fields that leave', staysHome: 'Fields that stay' },
    share: { up: 'up', down: 'down', both: 'up and down' },
    to: { up: 'up', down: 'down', one: 'to {area}' },
    urgencies: { life_safety: 'life safety', urgent: 'urgent', routine: 'routine' },
    kind: { ...kinds.en, ...more.en },
  },
)
