// The pages that pictures are taken of and that axe reads; who looks at them and on which screens.
const desk = { login: 'zhiban', screens: ['1920x1080', '1366x768', '390x844'] }
const hand = { login: 'cunzhang', screens: ['390x844'] }

export const pages = [
  { name: 'login', path: '/login', login: null, screens: ['1920x1080', '1366x768', '390x844'] },
  { name: 'desk', path: '/desk', ...desk },
  { name: 'warnings', path: '/warnings', ...desk },
  { name: 'warning', path: '/warnings/:warning', ...desk },
  { name: 'warning_enter', path: '/warnings?enter=1', ...desk },
  { name: 'calls', path: '/calls', ...desk },
  { name: 'responses', path: '/responses', ...desk },
  { name: 'response', path: '/responses/:response', ...desk },
  { name: 'review', path: '/responses/:response/review', ...desk },
  { name: 'organisation', path: '/organisation', ...desk },
  { name: 'plans', path: '/plans', ...desk },
  { name: 'plan', path: '/plans/:plan', ...desk },
  { name: 'readiness', path: '/readiness', ...desk },
  { name: 'station', path: '/readiness/350581106000', ...desk },
  { name: 'policy', path: '/policy', ...desk },
  { name: 'journal', path: '/journal', ...desk },
  { name: 'links', path: '/links', login: 'admin', screens: desk.screens },
  { name: 'sharing', path: '/links/sharing', ...desk },
  { name: 'accounts', path: '/system/accounts', login: 'admin', screens: desk.screens },
  { name: 'system', path: '/system', ...desk },
  { name: 'wall', path: '/wall', login: 'zhiban', screens: ['1920x1080', '1366x768'] },
  { name: 'phone', path: '/m', ...hand },
  { name: 'phone_tasks', path: '/m/tasks', ...hand },
  { name: 'phone_task', path: '/m/tasks/:task', ...hand },
  { name: 'phone_call', path: '/m/calls/:call', ...hand },
  { name: 'phone_me', path: '/m/me', ...hand },
]
