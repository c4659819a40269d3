import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { bringWords } from './i18n'
import { goLive, hangUp } from './live'
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

const desk: RouteRecordRaw[] = [
  page('desk', () => import('./desk/DutyDesk.vue'), ['desk', 'map', 'warnings', 'incidents'], 'common.nav.desk'),
  page('warnings', () => import('./warnings/WarningList.vue'), ['warnings', 'desk', 'map'], 'common.nav.warnings'),
  page('warnings/:id', () => import('./warnings/WarningPage.vue'), ['warnings', 'map'], 'common.nav.warnings'),
  page('calls', () => import('./calls/CallsBoard.vue'), ['calls', 'map'], 'common.nav.calls'),
  page('orders', () => import('./orders/OrdersPage.vue'), ['orders'], 'common.nav.orders'),
  page('orders/new', () => import('./orders/IssueOrder.vue'), ['orders'], 'common.nav.orders'),
  page('orders/:id', () => import('./orders/OrderDetail.vue'), ['orders'], 'common.nav.orders'),
  page('incidents', () => import('./incidents/IncidentsPage.vue'), ['incidents'], 'common.nav.incidents'),
  page('incidents/new', () => import('./incidents/TakeIncident.vue'), ['incidents', 'map'], 'common.nav.incidents'),
  page('incidents/:id', () => import('./incidents/IncidentPage.vue'), ['incidents', 'reports'], 'common.nav.incidents'),
  page('responses', () => import('./responses/ResponseList.vue'), ['responses'], 'common.nav.responses'),
  page('responses/:id', () => import('./responses/ResponseBoard.vue'), ['responses'], 'common.nav.responses'),
  page('responses/:id/review', () => import('./review/AfterAction.vue'), ['review', 'map'], 'common.nav.responses'),
  page(
    'organisation',
    () => import('./organisation/OrganisationPage.vue'),
    ['organisation'],
    'common.nav.organisation',
  ),
  page('plans', () => import('./plans/PlanList.vue'), ['plans'], 'common.nav.plans'),
  page('plans/:id', () => import('./plans/PlanEditor.vue'), ['plans'], 'common.nav.plans'),
  page('plans/:id/versions', () => import('./plans/PlanHistory.vue'), ['plans'], 'common.nav.plans'),
  page('towns', () => import('./towns/TownsPage.vue'), ['towns'], 'common.nav.towns'),
  page('readiness', () => import('./readiness/ReadinessBoard.vue'), ['readiness'], 'common.nav.readiness'),
  page('readiness/:node', () => import('./readiness/StationPage.vue'), ['readiness'], 'common.nav.readiness'),
  page('acceptance', () => import('./acceptance/AcceptanceList.vue'), ['acceptance'], 'common.nav.acceptance'),
  page('acceptance/apply', () => import('./acceptance/ApplyPage.vue'), ['acceptance'], 'common.nav.acceptance'),
  page('acceptance/:id', () => import('./acceptance/AcceptancePage.vue'), ['acceptance'], 'common.nav.acceptance'),
  page('funds', () => import('./funds/FundsPage.vue'), ['funds'], 'common.nav.funds'),
  page('duty', () => import('./duty/RotaPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/rota/:month?', () => import('./duty/RotaPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/log', () => import('./duty/LogPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/rollcalls', () => import('./duty/RollCalls.vue'), ['duty'], 'common.nav.duty'),
  page('duty/statistics', () => import('./duty/StatisticsPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/rota/:month/print', () => import('./duty/RotaPrint.vue'), ['duty'], 'common.nav.duty'),
  page('search', () => import('./search/SearchPage.vue'), ['search'], 'common.nav.search'),
  page('building', () => import('./building/WallChartPage.vue'), ['building'], 'common.nav.building'),
  page('transfers', () => import('./shelter/TransfersPage.vue'), ['shelter'], 'common.nav.transfers'),
  page('transfers/new', () => import('./shelter/OrderTransfer.vue'), ['shelter'], 'common.nav.transfers'),
  page('transfers/:id', () => import('./shelter/TransferPage.vue'), ['shelter'], 'common.nav.transfers'),
  page('policy', () => import('./policy/PolicyPage.vue'), ['policy'], 'common.nav.policy'),
  page('journal', () => import('./journal/JournalPage.vue'), ['journal'], 'common.nav.journal'),
  page('links', () => import('./links/LinksPage.vue'), ['links'], 'common.nav.links'),
  page('links/sharing', () => import('./links/SharingPage.vue'), ['sharing', 'fields'], 'common.nav.links'),
  page('system/accounts', () => import('./identity/AccountsPage.vue'), ['identity'], 'common.nav.system'),
  page('system/tokens', () => import('./tokens/TokensPage.vue'), ['tokens'], 'common.nav.system'),
  page('system', () => import('./system/SystemPage.vue'), ['system'], 'common.nav.system'),
]

const phone: RouteRecordRaw[] = [
  page('', () => import('./phone/PhoneHome.vue'), ['phone', 'orders', 'incidents'], 'common.nav.desk'),
  page('doors', () => import('./phone/PhoneDoors.vue'), ['phone'], 'common.nav.phone'),
  page('shelter', () => import('./phone/PhoneShelter.vue'), ['phone', 'shelter'], 'common.nav.phone'),
  page('tasks', () => import('./phone/PhoneTasks.vue'), ['phone'], 'common.nav.phone'),
  page('tasks/:id', () => import('./phone/PhoneTask.vue'), ['phone'], 'common.nav.phone'),
  page('calls/:id', () => import('./phone/PhoneCall.vue'), ['phone'], 'common.nav.calls'),
  page('incident', () => import('./phone/PhoneIncident.vue'), ['phone', 'incidents'], 'common.nav.incidents'),
  page('me', () => import('./phone/PhoneMe.vue'), ['phone'], 'common.nav.phone'),
]

const routes: RouteRecordRaw[] = [
  {
    path: '/login',
    component: () => import('./login/LoginPage.vue'),
    meta: { words: ['login'], title: 'common.productLong', open: true },
  },
  { path: '/m', component: () => import('./phone/PhoneFrame.vue'), meta: { words: ['phone'] }, children: phone },
  {
    path: '/wall',
    component: () => import('./wall/WallPage.vue'),
    meta: { words: ['wall', 'map'], title: 'common.nav.wall' },
  },
  {
    path: '/',
    component: () => import('./ui/DeskFrame.vue'),
    children: [
      { path: '', redirect: () => (window.innerWidth < 700 ? '/m' : '/desk') },
      ...desk,
      {
        path: ':anything(.*)*',
        component: () => import('./ui/NotFound.vue'),
        meta: { title: 'common.notFound.title' },
      },
    ],
  },
]

function page(path: string, component: RouteRecordRaw['component'], words: string[], title: string): RouteRecordRaw {
  return { path, component: component!, meta: { words, title } } as RouteRecordRaw
}

export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach(async (to) => {
  const words = to.matched.flatMap((record) => record.meta.words ?? [])
  await bringWords([...new Set(words)])
  if (to.meta.open) return true
  const session = useSession()
  if (!session.signedIn && !session.asked) await session.load()
  // An unreachable server is not a refusal: the kept shell of the phone opens and says it is cut off.
  if (!session.signedIn && session.asked) return { path: '/login', query: { to: to.fullPath } }
  goLive()
  if (to.path === '/desk' && session.me && !session.may('desk.view')) return session.may('system.admin') ? '/system/accounts' : '/m'
  return true
})

router.afterEach((to) => {
  if (to.meta.open) hangUp()
})
