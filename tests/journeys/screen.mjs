// A browser with the built pages, as an officer's desk or a cadre's phone.
import { createRequire } from 'node:module'

const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core')
const ARGUMENTS = ['--headless', '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-quic']
const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } }

export const launch = (more = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...ARGUMENTS, ...more] })

/** Opens a window and signs in on the page itself, as a person does. `faults` gathers what the pages throw. */
export async function enter(browser, base, { login, kind }) {
  const phone = kind === 'phone'
  const context = await browser.newContext({
    viewport: SIZES[kind],
    isMobile: phone,
    hasTouch: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.faults = []
  page.on('pageerror', (fault) => page.faults.push(String(fault)))
  await page.goto(`${base}/login`)
  await page.fill('input[name="login"]', login)
  await page.fill('input[name="password"]', 'anlan-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/login') && url.pathname !== '/')
  return page
}
