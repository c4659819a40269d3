// A meeting of people behind a firewall that lets nothing but the relay through: a real Janus, a real coturn, and browsers
// that may use relayed ways only (iceTransportPolicy "relay").
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort, serve } from '../../tools/county.mjs'
import { signIn, until } from './county.mjs'
import { startCoturn } from './coturn.mjs'
import { startJanus } from './janus.mjs'
import { enter, launch } from './screen.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
const SECRET = 'between-station-and-relay'
const folder = mkdtempSync(join(tmpdir(), 'anlan-relay-'))
let janus, relay, node, base, browser, officer, head, village, desk, chief, meeting
const names = {}

/** As a firewall does it: this page's connections may take relayed ways and no others. */
const behindFirewall = () => {
  globalThis.peers = []
  const Plain = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Plain {
    constructor(ways) {
      super({ ...ways, iceTransportPolicy: 'relay' })
      globalThis.peers.push(this)
    }
  }
}
/** Of the connections that hold: frames decoded, and what kind of way each took on this side. */
const seen = (page) =>
  page.evaluate(async () => {
    const made = { frames: 0, ways: [] }
    for (const peer of globalThis.peers.filter((each) => each.connectionState === 'connected')) {
      const reports = await peer.getStats()
      for (const report of reports.values()) {
        if (report.type === 'inbound-rtp' && report.kind === 'video') made.frames += report.framesDecoded
        if (report.type === 'candidate-pair' && report.nominated && report.state === 'succeeded') made.ways.push(reports.get(report.localCandidateId).candidateType)
      }
    }
    return made
  })

before(async () => {
  janus = await startJanus(join(folder, 'janus'))
  relay = await startCoturn(join(folder, 'turn'), SECRET)
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "350581106000"\nname = "永宁镇"\ndemo = true\nport = ${await freePort()}\n
[node.janus]\nsocket = "${janus.socket}"\n\n[node.turn]\naddress = "${relay.address}"\nsecret = "${SECRET}"\n`,
  )
  node = await serve(config)
  base = node.url
  ;[officer, head, village] = await Promise.all(['zhiban', 'zhanzhang', 'cunzhang'].map((login) => signIn(base, login)))
  for (const [key, who] of Object.entries({ officer, head, village })) names[key] = await who.get('/api/v1/me')
  browser = await launch(CAMERAS)
  desk = await enter(browser, base, { login: 'zhiban', kind: 'desk' })
  chief = await enter(browser, base, { login: 'zhanzhang', kind: 'desk' })
  for (const page of [desk, chief]) await page.addInitScript(behindFirewall)
})
after(async () => {
  await browser?.close()
  await node?.end()
  await relay?.stop()
  await janus?.stop()
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
})

test('who is invited is told of the relay, with a password that ends; nobody else is', async () => {
  const called = await officer.post('/api/v1/consultations', {
    occasion: 'regular',
    origin: '',
    title: '测试会商',
    invited: [names.officer.person, names.head.person],
    by_video: true,
  })
  assert.equal(called.status, 201, JSON.stringify(called.body))
  meeting = (await officer.get(`/api/v1/consultations/${called.body.id}`)).consultation.meeting
  const { servers, seconds } = await officer.get(`/api/v1/meetings/${meeting}/relays`)
  assert.equal(servers.length, 1)
  assert.ok(servers[0].urls.includes(`turn:${relay.address}?transport=udp`))
  const [end] = servers[0].username.split(':')
  assert.ok(Math.abs(Number(end) - Date.now() / 1000 - seconds) < 60)
  assert.ok(!JSON.stringify(servers).includes(SECRET))
  assert.equal((await village.get(`/api/v1/meetings/${meeting}/relays`)).code, 'not_permitted')
})

test('browsers that the firewall lets through to the relay only see each other', async () => {
  await until(() => officer.get('/api/v1/meetings/media'), (said) => said.media === 'up')
  for (const [page, who] of [[desk, names.officer], [chief, names.head]]) {
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('button', { name: '进入会议', exact: true }).click()
    await page.locator(`[data-person="${who.name}"][data-live="1"]`).waitFor({ timeout: 30_000 })
  }
  await desk.locator(`[data-person="${names.head.name}"][data-live="1"]`).waitFor({ timeout: 30_000 })
  await chief.locator(`[data-person="${names.officer.name}"][data-live="1"]`).waitFor({ timeout: 30_000 })
  const first = await chief.evaluate((who) => {
    const [entered] = performance.getEntriesByName('meeting.enter').slice(-1)
    const [frame] = performance.getEntriesByName(`meeting.frame:${who}`)
    return frame.startTime - entered.startTime
  }, names.officer.person)
  console.log(`first remote frame through the relay ${Math.round(first)} ms after "enter"`)
  for (const page of [desk, chief]) {
    const { ways } = await until(() => seen(page), (now) => now.frames > 5 && now.ways.length > 1)
    assert.deepEqual([...new Set(ways)], ['relay'], 'every connection went through it')
  }
  assert.match(readFileSync(relay.log, 'utf8'), /ALLOCATE processed, success/)
})

test('no page threw anything', () => {
  assert.deepEqual([...desk.faults, ...chief.faults], [])
})
