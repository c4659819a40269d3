import { words } from '../words'

export default words(
  {
    title: '登录', tagline: '乡镇应急管理站。收到预警，叫应到人，事事有着落。', login: '账号', password: '密码', code: '动态验证码',
    codeHint: '请输入手机验证器上的 6 位数字', enter: '登录', help: '忘记密码请联系本站系统管理员，当面核验后重设。',
    demo: '演示账号，点一下填入：', colon: '：',
  },
  {
    title: 'Sign in', tagline: 'The town’s emergency station: every warning reaches a person, every task has an owner.', login: 'Login',
    password: 'Password', code: 'One-time code', codeHint: 'The six digits your authenticator shows', enter: 'Sign in',
    help: 'Forgotten? The station’s administrator resets it after seeing you in person.', demo: 'Demonstration logins, press to fill in:',
    colon: ': ',
  },
)
