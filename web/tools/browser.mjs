import { chromium } from 'playwright-core'

export const BASE = process.env.ANLAN_URL ?? 'http://127.0.0.1:8081'
const PASSWORD = process.env.ANLAN_PASSWORD ?? 'anlan-demo'

/** Debian's Chromium with software drawing, so that the map's WebGL works on a machine without a screen. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** One screen's browser, signed in as `login` (or nobody). */
export async function enter(browser, { screen, login, scheme }) {
  const [width, height] = screen.split('x').map(Number)
  const phone = width < 700
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: phone ? 2 : 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: scheme ?? 'light',
    reducedMotion: 'reduce',
    isMobile: phone,
    hasTouch: phone,
  })
  if (login) {
    const names = { ...JSON.parse(process.env.ANLAN_LOGINS ?? '{}') }
    const answer = await context.request.post(`${BASE}/api/v1/sessions`, {
      data: { login: names[login] ?? login, password: PASSWORD },
    })
    if (!answer.ok()) throw new Error(`sign-in of ${login} refused: ${answer.status()}`)
  }
  return context
}

/** A new window there, told of every fault the page throws. */
export async function tab(context) {
  const page = await context.newPage()
  page.faults = []
  page.on('pageerror', (fault) => page.faults.push(String(fault)))
  page.on('console', (line) => line.type() === 'error' && page.faults.push(line.text()))
  return page
}

/** A browser of its own for one window. */
export async function open(browser, who) {
  const context = await enter(browser, who)
  return { context, page: await tab(context) }
}

/** Waits until nothing is loading and every map that is shown has been drawn. */
export async function settled(page) {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page
    .waitForFunction(
      () =>
        [...document.querySelectorAll('[data-map]')].every((map) =>
          map.querySelector('.no-picture, [data-drawn="yes"]'),
        ),
      null,
      { timeout: 20000 },
    )
    .catch(() => page.faults.push('a map was not drawn within 20 s'))
}

/** Fills ":warning" and its like with the first id the API names. */
export async function resolve(context, path) {
  const lists = {
    warning: 'warnings',
    response: 'responses?state=open',
    plan: 'plans',
    task: 'tasks?mine=1',
    call: 'calls/mine',
    inspection: 'enforcement/inspections',
  }
  let resolved = path
  for (const [name, list] of Object.entries(lists)) {
    if (!resolved.includes(`:${name}`)) continue
    const answer = await context.request.get(`${BASE}/api/v1/${list}`)
    const first = answer.ok() ? (await answer.json()).items[0]?.id : undefined
    resolved = resolved.replace(`:${name}`, first ?? 'none')
  }
  return resolved
}
