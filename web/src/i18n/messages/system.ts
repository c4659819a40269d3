import { words } from '../words'

export default words(
  {
    title: '系统', note: '链路、日志核验、演练、账号与运行单位。',
    links: {
      title: '上下级链路', allUp: '全部畅通', down: '{n} 条中断', node: '单位', state: '状态', waiting: '待送', last: '最近往来', parent: '上级', child: '下级',
      up: '畅通', cut: '中断', none: '还没有上下级', noneHint: '在站点配置里写上级地址后，这里显示链路。', hint: '中断期间本站照常值守、叫应、派任务；恢复后待送的内容按先后自动补送，不会重复。',
    },
    journal: { title: '日志核验', read: '看日志', verify: '重新核验', whole: '{n} 条全部完好，未被改动', broken: '第 {n} 条起对不上，请立即联系系统管理员并保全数据', head: '链首' },
    drill: { title: '演练', running: '进行中 {n} 场', none: '没有进行中的演练', name: '演练名称，例如：台风桌面演练', start: '开始演练', enter: '进入', end: '结束', started: '演练已开始', ended: '演练已结束' },
    account: { title: '我的账号', old: '现在的密码', new: '新密码', again: '再写一遍新密码', differs: '两遍写得不一样', change: '修改密码', changed: '密码已修改' },
    totp: { hint: '动态验证码：登录时除密码外再输入手机验证器上的 6 位数字。', begin: '启用动态验证码', secret: '在手机验证器里添加这串密钥（只显示这一次）：', code: '验证器上的 6 位数字', confirm: '确认启用', on: '动态验证码已启用' },
    about: { title: '关于本站', chinese: '中文' },
    suggestion: { title: '投诉与建议', text: '您的意见', contact: '联系方式（可不写）', thanks: '已收到，谢谢' },
  },
  {
    title: 'System', note: 'Links, the journal’s check, drills, your account and who runs this.',
    links: {
      title: 'Links', allUp: 'All up', down: '{n} cut', node: 'Node', state: 'State', waiting: 'Waiting', last: 'Last exchange', parent: 'above', child: 'below',
      up: 'Up', cut: 'Cut', none: 'No links yet', noneHint: 'Name the node above in the station’s settings.',
      hint: 'While cut off, the station goes on with duty, calls and tasks; what waits is sent once, in order, on return.',
    },
    journal: { title: 'Check of the journal', read: 'Read it', verify: 'Check again', whole: 'All {n} entries are as written', broken: 'Entry {n} does not fit: call the administrator and keep the data', head: 'head' },
    drill: { title: 'Drills', running: '{n} under way', none: 'No drill is under way', name: 'Name of the drill', start: 'Start a drill', enter: 'Enter', end: 'End', started: 'The drill has started', ended: 'The drill has ended' },
    account: { title: 'My account', old: 'Present password', new: 'New password', again: 'New password again', differs: 'The two are not the same', change: 'Change password', changed: 'Password changed' },
    totp: { hint: 'One-time codes: six digits of your authenticator besides the password.', begin: 'Turn on one-time codes', secret: 'Add this secret to your authenticator (shown once):', code: 'The six digits it shows', confirm: 'Turn on', on: 'One-time codes are on' },
    about: { title: 'About this station', chinese: '中文' },
    suggestion: { title: 'Complaints and ideas', text: 'What you want to say', contact: 'How to reach you (optional)', thanks: 'Received, thank you' },
  },
)
