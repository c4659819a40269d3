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
  page('desk', () => import('./desk/DutyDesk.vue'), ['desk', 'map', 'warnings', 'incidents', 'sensors'], 'common.nav.desk'),
  page('warnings', () => import('./warnings/WarningList.vue'), ['warnings', 'desk', 'map'], 'common.nav.warnings'),
  page('warnings/:id', () => import('./warnings/WarningPage.vue'), ['warnings', 'map'], 'common.nav.warnings'),
  page('calls', () => import('./calls/CallsBoard.vue'), ['calls', 'map'], 'common.nav.calls'),
  page('call-channels', () => import('./calls/ChannelsPage.vue'), ['calls'], 'common.nav.calls'),
  page('broadcast', () => import('./broadcast/BroadcastPage.vue'), ['broadcast'], 'common.nav.broadcast'),
  page('broadcast/new', () => import('./broadcast/WritePage.vue'), ['broadcast', 'map'], 'common.nav.broadcast'),
  page('broadcast/terminals', () => import('./broadcast/TerminalsPage.vue'), ['broadcast'], 'common.nav.broadcast'),
  page('broadcast/platforms', () => import('./broadcast/PlatformsPage.vue'), ['broadcast'], 'common.nav.broadcast'),
  page('broadcast/:id', () => import('./broadcast/OneBroadcast.vue'), ['broadcast'], 'common.nav.broadcast'),
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
  page('evaluation', () => import('./evaluation/EvaluationPage.vue'), ['evaluation'], 'common.nav.evaluation'),
  page('evaluation/models', () => import('./evaluation/ModelsPage.vue'), ['evaluation'], 'common.nav.evaluation'),
  page('funds', () => import('./funds/FundsPage.vue'), ['funds'], 'common.nav.funds'),
  page('duty', () => import('./duty/RotaPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/rota/:month?', () => import('./duty/RotaPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/log', () => import('./duty/LogPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/rollcalls', () => import('./duty/RollCalls.vue'), ['duty'], 'common.nav.duty'),
  page('duty/statistics', () => import('./duty/StatisticsPage.vue'), ['duty'], 'common.nav.duty'),
  page('duty/practice', () => import('./practice/PracticePage.vue'), ['duty', 'practice'], 'common.nav.duty'),
  page('duty/practice/:id', () => import('./practice/PracticePlay.vue'), ['practice', 'incidents'], 'common.nav.duty'),
  page('duty/rota/:month/print', () => import('./duty/RotaPrint.vue'), ['duty'], 'common.nav.duty'),
  page('consultations', () => import('./consultations/ConsultationsPage.vue'), ['consultations', 'incidents'], 'common.nav.consultations'),
  page('consultations/new', () => import('./consultations/CallConsultation.vue'), ['consultations'], 'common.nav.consultations'),
  page('consultations/:id', () => import('./consultations/ConsultationPage.vue'), ['consultations'], 'common.nav.consultations'),
  page('meetings', () => import('./meetings/MeetingsPage.vue'), ['meetings', 'consultations'], 'common.nav.meetings'),
  page('meetings/:id', () => import('./meetings/MeetingPage.vue'), ['meetings', 'map'], 'common.nav.meetings'),
  page('grid', () => import('./grid/GridPage.vue'), ['grid', 'map', 'consultations'], 'common.nav.grid'),
  page('grid/reports', () => import('./grid/ReportsPage.vue'), ['grid', 'map', 'incidents'], 'common.nav.grid'),
  page('grid/reports/:id', () => import('./grid/ReportPage.vue'), ['grid', 'map', 'incidents'], 'common.nav.grid'),
  page('sensors', () => import('./sensors/SensorsPage.vue'), ['sensors'], 'common.nav.sensors'),
  page('sensors/:id', () => import('./sensors/SensorPage.vue'), ['sensors'], 'common.nav.sensors'),
  page('devices', () => import('./devices/DevicesPage.vue'), ['devices'], 'common.nav.devices'),
  page('devices/rounds/:id', () => import('./devices/RoundPage.vue'), ['devices'], 'common.nav.devices'),
  page('devices/:id', () => import('./devices/DevicePage.vue'), ['devices'], 'common.nav.devices'),
  page('risk', () => import('./risk/RiskPage.vue'), ['risk', 'sensors', 'map', 'organisation'], 'common.nav.risk'),
  page('search', () => import('./search/SearchPage.vue'), ['search'], 'common.nav.search'),
  page('building', () => import('./building/WallChartPage.vue'), ['building'], 'common.nav.building'),
  page('transfers', () => import('./shelter/TransfersPage.vue'), ['shelter'], 'common.nav.transfers'),
  page('transfers/new', () => import('./shelter/OrderTransfer.vue'), ['shelter'], 'common.nav.transfers'),
  page('transfers/:id/cards', () => import('./shelter/HouseholdCards.vue'), ['shelter'], 'common.nav.transfers'),
  page('transfers/:id', () => import('./shelter/TransferPage.vue'), ['shelter'], 'common.nav.transfers'),
  page('venue', () => import('./venue/VenuePage.vue'), ['venue'], 'common.nav.venue'),
  page(
    'enforcement',
    () => import('./enforcement/EnforcementPage.vue'),
    ['enforcement', 'cases'],
    'common.nav.enforcement',
  ),
  page('enforcement/plan', () => import('./enforcement/PlanPage.vue'), ['enforcement'], 'common.nav.enforcement'),
  page(
    'enforcement/inspections',
    () => import('./enforcement/InspectionsPage.vue'),
    ['enforcement'],
    'common.nav.enforcement',
  ),
  page(
    'enforcement/inspections/:id',
    () => import('./enforcement/InspectionPage.vue'),
    ['enforcement'],
    'common.nav.enforcement',
  ),
  page('enforcement/cases', () => import('./enforcement/CasesPage.vue'), ['enforcement', 'cases'], 'common.nav.enforcement'),
  page('enforcement/cases/:id', () => import('./enforcement/CasePage.vue'), ['enforcement', 'cases'], 'common.nav.enforcement'),
  page(
    'enforcement/publicity',
    () => import('./enforcement/PublicityPage.vue'),
    ['enforcement', 'cases'],
    'common.nav.enforcement',
  ),
  page('enforcement/outside', () => import('./enforcement/OutsidePage.vue'), ['enforcement', 'outside'], 'common.nav.enforcement'),
  page('enforcement/hazards', () => import('./enforcement/HazardsPage.vue'), ['enforcement'], 'common.nav.enforcement'),
  page('teams', () => import('./teams/TeamsPage.vue'), ['teams'], 'common.nav.teams'),
  page('teams/:id', () => import('./teams/TeamPage.vue'), ['teams'], 'common.nav.teams'),
  page('callouts/new', () => import('./callouts/NewCallout.vue'), ['teams', 'incidents', 'map'], 'common.nav.teams'),
  page('callouts/:id', () => import('./callouts/CalloutPage.vue'), ['teams'], 'common.nav.teams'),
  page('trainings/:id', () => import('./trainings/TrainingPage.vue'), ['teams'], 'common.nav.teams'),
  page('exercises', () => import('./exercises/ExercisesPage.vue'), ['exercises'], 'common.nav.exercises'),
  page('exercises/new', () => import('./exercises/PlanExercise.vue'), ['exercises'], 'common.nav.exercises'),
  page('exercises/:id', () => import('./exercises/ExercisePage.vue'), ['exercises'], 'common.nav.exercises'),
  page('dispatch', () => import('./dispatch/DispatchPage.vue'), ['dispatch', 'warehouse'], 'common.nav.dispatch'),
  page('dispatch/new', () => import('./dispatch/AskSupplies.vue'), ['dispatch', 'warehouse'], 'common.nav.dispatch'),
  page('dispatch/:id', () => import('./dispatch/DispatchDetail.vue'), ['dispatch', 'warehouse'], 'common.nav.dispatch'),
  page('stores', () => import('./warehouse/StoresPage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/receive', () => import('./warehouse/ReceivePage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/issue', () => import('./warehouse/IssuePage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/slips', () => import('./warehouse/SlipsPage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/scraps', () => import('./warehouse/ScrapsPage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/suppliers', () => import('./warehouse/SuppliersPage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/agreement', () => import('./warehouse/AgreementPage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/counts/:id', () => import('./warehouse/CountPage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/items/:item', () => import('./warehouse/ItemPage.vue'), ['warehouse'], 'common.nav.stores'),
  page('stores/:id', () => import('./warehouse/StorePage.vue'), ['warehouse'], 'common.nav.stores'),
  page('policy', () => import('./policy/PolicyPage.vue'), ['policy'], 'common.nav.policy'),
  page('journal', () => import('./journal/JournalPage.vue'), ['journal'], 'common.nav.journal'),
  page('links', () => import('./links/LinksPage.vue'), ['links'], 'common.nav.links'),
  page('links/sharing', () => import('./links/SharingPage.vue'), ['sharing', 'fields'], 'common.nav.links'),
  page('system/accounts', () => import('./identity/AccountsPage.vue'), ['identity'], 'common.nav.system'),
  page('system/tokens', () => import('./tokens/TokensPage.vue'), ['tokens'], 'common.nav.system'),
  page('system/hooks', () => import('./hooks/HooksPage.vue'), ['hooks'], 'common.nav.system'),
  page('system/suggestions', () => import('./system/SuggestionsPage.vue'), ['system'], 'common.nav.system'),
  page('system', () => import('./system/SystemPage.vue'), ['system'], 'common.nav.system'),
]

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
  page('meetings/:id', () => import('./meetings/PhoneMeeting.vue'), ['phone', 'meetings', 'map'], 'common.nav.meetings'),
  page('me', () => import('./phone/PhoneMe.vue'), ['phone'], 'common.nav.phone'),
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

function everybody(path: string, component: RouteRecordRaw['component'], words: string[]): RouteRecordRaw {
  return { path, component: component!, meta: { words, title: 'common.nav.open', open: true } } as RouteRecordRaw
}

export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach(async (to) => {
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
