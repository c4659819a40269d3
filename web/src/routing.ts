import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { bringWords } from './i18n'
import { goLive, hangUp } from './live'
import { everybody, page } from './pages'
import { useSession } from './stores/session'
import type { Permission } from './api'

declare module 'vue-router' {
  interface RouteMeta {
    /** Files of i18n/messages this page speaks from. */
    words?: string[]
    /** Key of the page's name, for the window's title. */
    title?: string
    open?: boolean
    permission?: Permission
  }
}

/** Whatever is not named below: a page of the desk, whose list is not here yet. */
const ELSEWHERE = 'elsewhere'

const phone: RouteRecordRaw[] = [
  page('', () => import('./phone/PhoneHome.vue'), ['phone', 'grid', 'muster'], 'common.nav.desk'),
  page('doors', () => import('./phone/PhoneDoors.vue'), ['phone'], 'common.nav.phone'),
  page('shelter', () => import('./phone/PhoneShelter.vue'), ['phone', 'shelter'], 'common.nav.phone'),
  page('stores', () => import('./phone/PhoneStores.vue'), ['phone', 'warehouse', 'dispatch'], 'common.nav.stores'),
  page('tasks', () => import('./phone/PhoneTasks.vue'), ['phone'], 'common.nav.phone'),
  page('tasks/:id', () => import('./phone/PhoneTask.vue'), ['phone'], 'common.nav.phone'),
  page('calls/:id', () => import('./phone/PhoneCall.vue'), ['phone'], 'common.nav.calls'),
  page('grid', () => import('./phone/PhoneGrid.vue'), ['phone', 'grid'], 'common.nav.grid'),
  page('incident', () => import('./phone/PhoneIncident.vue'), ['phone', 'incidents'], 'common.nav.incidents'),
  page('training/:id', () => import('./phone/PhoneTraining.vue'), ['phone', 'muster'], 'common.nav.phone'),
  page('observe/:id', () => import('./phone/PhoneObserve.vue'), ['phone', 'muster'], 'common.nav.phone'),
  page(
    'inspections/:id',
    () => import('./phone/PhoneInspection.vue'),
    ['phone', 'enforcement'],
    'common.nav.enforcement',
  ),
  page('meetings/:id', () => import('./meetings/PhoneMeeting.vue'), ['phone', 'meetings', 'map', 'cameras'], 'common.nav.meetings'),
  page('me', () => import('./phone/PhoneMe.vue'), ['phone', 'bell'], 'common.nav.phone'),
]

/** Without a login: what everybody may read and do (R26, R27). */
const open: RouteRecordRaw[] = [
  everybody('/open', () => import('./open/OpenPage.vue'), ['open']),
  everybody('/open/venue', () => import('./open/BookPage.vue'), ['open', 'venue']),
  everybody('/open/visit', () => import('./open/SignPage.vue'), ['open', 'venue']),
  everybody('/open/quiz', () => import('./open/QuizPage.vue'), ['open']),
]

const routes: RouteRecordRaw[] = [
  ...open,
  {
    path: '/login',
    component: () => import('./login/LoginPage.vue'),
    meta: { words: ['login'], title: 'common.productLong', open: true },
  },
  {
    path: '/report',
    component: () => import('./outside/ReportPage.vue'),
    meta: { words: ['enforcement', 'outside'], title: 'outside.report.title', open: true },
  },
  {
    path: '/e/:token',
    component: () => import('./outside/PartyPage.vue'),
    meta: { words: ['enforcement', 'outside'], title: 'outside.party.self', open: true },
  },
  { path: '/m', component: () => import('./phone/PhoneFrame.vue'), meta: { words: ['phone'] }, children: phone },
  {
    path: '/wall',
    component: () => import('./wall/WallPage.vue'),
    meta: { words: ['wall', 'map'], title: 'common.nav.wall' },
  },
  {
    path: '/wall/building',
    component: () => import('./building/BuildingWall.vue'),
    meta: { words: ['wall', 'building'], title: 'common.nav.building' },
  },
  { path: '/', redirect: () => (window.innerWidth < 700 ? '/m' : '/desk') },
  { path: '/:elsewhere(.*)*', name: ELSEWHERE, component: () => import('./ui/NotFound.vue') },
]

export const router = createRouter({ history: createWebHistory(), routes })

async function bringDesk(): Promise<void> {
  const { desk } = await import('./desk_pages')
  if (!router.hasRoute(ELSEWHERE)) return
  router.removeRoute(ELSEWHERE)
  router.addRoute(desk)
}

router.beforeEach(async (to) => {
  if (to.name === ELSEWHERE) {
    await bringDesk()
    return to.fullPath
  }
  const words = to.matched.flatMap((record) => record.meta.words ?? [])
  const session = useSession()
  const known = to.meta.open || session.signedIn || session.asked ? null : session.load()
  await bringWords([...new Set(words)])
  if (to.meta.open) return true
  // A phone that knows its owner opens at once from what it keeps, and goes to the door once the session turns out ended.
  if (to.path.startsWith('/m') && localStorage.getItem('anlan.phone.person')) void known?.then(() => toTheDoor(to.fullPath))
  else await known
  // An unreachable server is not a refusal: the kept shell of the phone opens and says it is cut off.
  if (!session.signedIn && session.asked) return { path: '/login', query: { to: to.fullPath } }
  goLive()
  if (to.path === '/desk' && session.me && !session.may('desk.view')) return homeOf(session.may)
  return true
})

function toTheDoor(to: string): void {
  const session = useSession()
  if (session.asked && !session.signedIn) void router.replace({ path: '/login', query: { to } })
}

/** Where those begin who do not keep the desk. */
function homeOf(may: (permission: Permission) => boolean): string {
  if (may('system.admin')) return '/system/accounts'
  return may('enforcement.work') && window.innerWidth >= 700 ? '/enforcement' : '/m'
}

router.afterEach((to) => {
  if (to.meta.open) hangUp()
})
