// Measures how long a sensor's page needs to draw a year: from the press on 一年 to the curve painted. The points are made
// up (800 stretches, as many as the page asks for) and handed to the page at once, so the station's own time, which
// `anlan_bench sensors` measures on a real year, is to be added.
// Usage: [ANLAN_URL=…] node tools/chart.mjs [rounds]
import { launch, settled } from './browser.mjs'
import { demonstration } from './demonstration.mjs'
import { say } from './rounds.mjs'

const STRETCHES = 800
const YEAR_ms = 366 * 86_400_000
const rounds = Number(process.argv[2] ?? 10)

/** The station's own answer with a year of points in it. */
function aYear(answer) {
  const until = Date.parse(answer.until)
  const points = Array.from({ length: STRETCHES }, (_, n) => {
    const mean = 20 + 12 * Math.sin(n / 30) + 3 * Math.sin(n * 1.7)
    return { ...answer.points[0], at: new Date(until - YEAR_ms + (n * YEAR_ms) / STRETCHES).toISOString(), mean, low: mean - 2, high: mean + 2.5 }
  })
  return { ...answer, from: new Date(until - YEAR_ms).toISOString(), points }
}

/** Runs in the page: milliseconds from the press until the frame after the curve has changed. */
const drawn = (word) =>
  new Promise((settle) => {
    const before = document.querySelector('path.mean')?.getAttribute('d')
    const watcher = new MutationObserver(() => {
      const now = document.querySelector('path.mean')?.getAttribute('d')
      if (!now || now === before) return
      watcher.disconnect()
      requestAnimationFrame(() => setTimeout(() => settle(Math.round(performance.now() - begun))))
    })
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true })
    const begun = performance.now()
    ;[...document.querySelectorAll('.spans button')].find((each) => each.innerText.trim() === word).click()
  })

const { base, end } = await demonstration()
const browser = await launch()
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await context.request.post(`${base}/api/v1/sessions`, { data: { login: 'zhanzhang', password: 'anlan-demo' } })
  const { items } = await (await context.request.get(`${base}/api/v1/sensors`)).json()
  const from = (days) => new Date(Date.now() - days * 86_400_000).toISOString()
  const series = async (id) => (await context.request.get(`${base}/api/v1/sensors/${id}/series?from=${from(1)}&limit=800`)).json()
  const told = await Promise.all(items.map(async ({ id }) => [id, (await series(id)).points?.length ?? 0]))
  const [id] = told.sort((a, b) => b[1] - a[1])[0]
  const page = await context.newPage()
  const year = aYear(await series(id))
  await page.route('**/series?*', (route) => {
    const asked = Date.now() - Date.parse(new URL(route.request().url()).searchParams.get('from'))
    return asked > YEAR_ms / 2 ? route.fulfill({ json: year }) : route.continue()
  })
  await page.goto(`${base}/sensors/${id}`)
  await page.locator('path.mean').first().waitFor()
  await settled(page)
  const times = []
  for (let round = 0; round < rounds; ++round) {
    times.push(await page.evaluate(drawn, '一年'))
    await page.evaluate(drawn, '一天')
  }
  say(`a year in ${STRETCHES} stretches, from the press to the paint`, times)
} finally {
  await browser.close()
  await end()
}
