// Measures the phone's pages on a weak line: 1.6 Mb/s, 150 ms, processor a quarter. Prints bytes of the first page, then
// (with --long) milliseconds until the first thing can be pressed, cold and kept, median of the rounds, and the requests.
// Usage: [ANLAN_URL=…] node tools/first_page.mjs [--long] [rounds]. Without ANLAN_URL it starts a demonstration itself.
import { launch } from './browser.mjs'
import { demonstration } from './demonstration.mjs'
import { median, say } from './rounds.mjs'

const LINE = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (1.6e6 / 8) | 0 }
const long = process.argv.includes('--long')
const rounds = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 5)

const asked = async (base, path, token, body) => {
  const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) }
  const answer = await fetch(base + path, { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body) })
  return answer.json()
}

/** Thirty doors to knock at for the village head, so that both pages have what they are for. */
async function prepare(base) {
  const enter = (login) => asked(base, '/api/v1/sessions', null, { login, password: 'anlan-demo' })
  const [{ token }, { me }] = [await enter('zhanzhang'), await enter('cunzhang')]
  for (let n = 0; n < 30; ++n)
    await asked(base, '/api/v1/registers/households', token, {
      values: { area: me.area, head: `测试户主${n}`, address: `测速巷${n}号`, people: 2, kind: '测速', helper: me.person },
    })
  await asked(base, '/api/v1/transfers', token, {
    title: '测速转移令', area: me.area, kinds: ['测速'], risk: 1, reason: '测速', response: '',
    stage: 'emergency', within_minutes: 360, allotted: [], leave_out: true,
  })
}

/** One window that knows the session and nothing else, on the weak line. */
async function window_(browser, base, wanted) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' })
  await context.request.post(`${base}/api/v1/sessions`, { data: { login: 'cunzhang', password: 'anlan-demo' } })
  const page = await context.newPage()
  await page.exposeBinding('anlanPainted', (_from, ms) => page.painted.resolve(ms))
  await page.addInitScript(watch, wanted)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return { context, page, session }
}

const first = '//a[@href="/m/doors"]'
const doors = '//*[contains(text(), "测速巷0号")]'

/** Runs in the page: says when what is looked for was painted, by the page's own clock, from the navigation's start. */
function watch(wanted) {
  const look = () => document.evaluate(wanted, document, null, XPathResult.BOOLEAN_TYPE).booleanValue
  const watcher = new MutationObserver(() => {
    if (!look()) return
    watcher.disconnect()
    requestAnimationFrame(() => setTimeout(() => window.anlanPainted(Math.round(performance.now()))))
  })
  watcher.observe(document, { childList: true, subtree: true, characterData: true })
}

/** Milliseconds until it is there. Asking the page from outside would take a slow processor longer than the page itself. */
async function open(page, url) {
  page.painted = promised()
  await page.goto(url, { waitUntil: 'commit' })
  return page.painted.promise
}
function promised() {
  const made = {}
  made.promise = new Promise((resolve) => (made.resolve = resolve))
  return made
}

const { base, end } = await demonstration()
const browser = await launch()
try {
  await prepare(base)
  const bytes = []
  const cold = { '/m': [], '/m/doors': [] }
  const kept = { '/m': [], '/m/doors': [] }
  const requests = []
  for (let round = 0; round < (long ? rounds : 1); ++round)
    for (const [path, wanted] of [['/m', first], ['/m/doors', doors]]) {
      const { context, page, session } = await window_(browser, base, wanted)
      let sum = 0
      const names = new Map()
      session.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, new URL(response.url).pathname))
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        sum += encodedDataLength
        if (round === 0 && path === '/m') requests.push([names.get(requestId) ?? '?', encodedDataLength])
      })
      cold[path].push(await open(page, base + path))
      if (path === '/m') bytes.push(sum)
      if (long) {
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
        await page.waitForFunction(() => caches.keys().then((all) => all.length > 0), null, { timeout: 60_000 })
        await page.waitForFunction(() => !navigator.serviceWorker.getRegistration || navigator.serviceWorker.getRegistration().then((at) => Boolean(at?.active)))
        kept[path].push(await open(page, base + path))
      }
      await context.close()
    }
  console.log(median(bytes))
  if (long) {
    say('first page, nothing kept', cold['/m'])
    say('30 doors, nothing kept', cold['/m/doors'])
    say('first page, kept', kept['/m'])
    say('30 doors, kept', kept['/m/doors'])
    for (const [name, size] of requests) console.log(`  ${size} ${name}`)
  }
} finally {
  await browser.close()
  await end()
}
