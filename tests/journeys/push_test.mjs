// A village head switches notices on, closes the page, is called, presses the notice and answers. Station, page and service
// worker are real. Of the browser's push service, which a machine without a network has not, only the subscription is put in:
// its messages are sealed by the station, opened by the stand-in as the browser would, and handed to the service worker.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve } from '../../tools/county.mjs'
import { Services } from '../push/services.mjs'
import { signIn, until, YONGNING } from './county.mjs'
import { FieldPhone } from './field_phone.mjs'

const root = new URL('../..', import.meta.url).pathname
let folder, services, station, officer, head, phone, devtools, worker

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-push-'))
  services = await new Services().start()
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\n` +
      'port = 0\ndemo = true\n\n[node.push]\ncontact = "mailto:test@example.invalid"\nservices = ["127.0.0.1"]\n',
  )
  station = await serve(config)
  officer = await signIn(station.url, 'zhanzhang')
  head = await signIn(station.url, 'cunzhang')
  phone = new FieldPhone(station.url, 'cunzhang')
})
after(async () => {
  await phone?.end()
  await station?.end()
  await services?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const call = async (title) => {
  const said = await officer.post('/api/v1/consultations', {
    occasion: 'regular', origin: '', title, place: '', starts_at: null, chair: '', agenda: [], invited: [head.me.person], by_video: false,
  })
  assert.equal(said.status, 201, JSON.stringify(said.body))
}
const notices = () => services.seen.filter((each) => each.notice)
const shown = () =>
  phone.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body, tag, data }) => ({ title, body, tag, data }))
  })
/** As the browser does with what its push service brought. */
const deliver = (notice) =>
  devtools.send('ServiceWorker.deliverPushMessage', {
    origin: station.url,
    registrationId: worker.registrationId,
    data: JSON.stringify(notice),
  })

test('pressing asks the browser, and the station has the device', async () => {
  const page = await phone.open('/m')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  devtools = await phone.context.newCDPSession(page)
  devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => (worker = registrations.at(-1) ?? worker))
  await devtools.send('ServiceWorker.enable')
  await until(() => worker, Boolean)
  const browserDoor = await phone.browser.newBrowserCDPSession()
  await browserDoor.send('Browser.grantPermissions', { origin: station.url, permissions: ['notifications'] })
  await page.goto(`${station.url}/m/me`)
  const given = services.subscription('phone')
  await page.evaluate((given) => {
    const subscription = {
      endpoint: given.endpoint,
      options: { applicationServerKey: null },
      toJSON: () => ({ endpoint: given.endpoint, keys: { p256dh: given.p256dh, auth: given.auth } }),
      unsubscribe: () => ((window.subscribed = null), Promise.resolve(true)),
    }
    PushManager.prototype.getSubscription = () => Promise.resolve(window.subscribed ?? null)
    PushManager.prototype.subscribe = (options) => {
      window.asked = { seen: options.userVisibleOnly, key: btoa(String.fromCharCode(...options.applicationServerKey)) }
      return Promise.resolve((window.subscribed = subscription))
    }
  }, given)
  await page.getByRole('button', { name: '有叫应时通知我' }).click()
  await page.getByText('这台手机已打开通知').waitFor()
  const { items } = await head.get('/api/v1/push/subscriptions')
  assert.equal(items.length, 1)
  const { key } = await head.get('/api/v1/push/key')
  const asked = await page.evaluate(() => window.asked)
  assert.deepEqual(asked, { seen: true, key: Buffer.from(key, 'base64url').toString('base64') })
})

test('a call reaches the push service sealed and signed, and the service worker shows it once', async () => {
  await call('防汛会商')
  const [{ notice, headers, key }] = await until(notices, (all) => all.length > 0, 30_000)
  assert.equal(key, (await head.get('/api/v1/push/key')).key)
  assert.equal(headers.urgency, 'high')
  assert.match(notice.title, /防汛会商/)
  await deliver(notice)
  const [one] = await until(shown, (all) => all.length === 1)
  assert.equal(one.title, notice.title)
  assert.equal(one.body, notice.words)
  assert.equal(one.data.open, `/m/calls/${notice.call}`)
  await deliver(notice)
  await deliver({ ...notice, carry: 'again' })
  await until(shown, (all) => all.length === 1 && all[0].data.carry === 'again')
  const { items } = await head.get('/api/v1/calls/mine')
  assert.equal(items.find((each) => each.id === notice.call).state, 'ringing', 'what the service took is no answer')
})

test('what no browser can read is shown all the same, and leads to the first page', async () => {
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: station.url, registrationId: worker.registrationId, data: 'x' })
  const all = await until(shown, (seen) => seen.length === 2)
  assert.equal(all.find((each) => each.tag === 'call-').data.open, '/m')
})

test('the notice pressed opens the call in the page that is open, and the person answers there', async () => {
  const { notice } = notices()[0]
  const serviceWorker = phone.context.serviceWorkers().at(-1)
  await serviceWorker.evaluate(async (tag) => {
    const [notification] = await self.registration.getNotifications({ tag })
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification }))
  }, `call-${notice.call}`)
  await phone.page.waitForURL(`**/m/calls/${notice.call}`)
  await phone.page.getByRole('button', { name: '我已收到' }).click()
  const mine = async () => (await head.get('/api/v1/calls/mine')).items.find((each) => each.id === notice.call)
  const answered = await until(mine, (each) => each?.state === 'answered')
  assert.equal(answered.answer_channel, 'app')
})

test('the page of channels shows that notices work, and the call which channel it took', async () => {
  const { items } = await officer.get('/api/v1/channels')
  const push = items.find((each) => each.channel === 'push')
  assert.deepEqual([push.configured, push.awake], [true, true])
  const { items: calls } = await officer.get('/api/v1/calls?limit=1000')
  const carries = calls.flatMap((each) => each.ladder.flatMap((rung) => rung.carries))
  assert.ok(carries.some((each) => each.channel === 'push' && each.state === 'accepted'))
})

test('a device the push service knows no more is taken off by itself', async () => {
  services.be('phone', ['410'])
  await call('再一次会商')
  await until(async () => (await head.get('/api/v1/push/subscriptions')).items, (items) => items.length === 0, 30_000)
  await phone.page.goto(`${station.url}/m/me`)
  await phone.page.getByRole('button', { name: '有叫应时通知我' }).waitFor()
})
