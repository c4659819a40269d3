// On the phone's pages: begins to bring what they need, and asks for the content of the first one, while the program's
// script is still on the way. The script takes the answers over (api/early.ts); where it asks for something else, or
// later, it asks for itself. Runs before everything: old engines too.
;(function () {
  if (!/^\/m(\/|$)/.test(location.pathname)) return
  document.documentElement.className = 'on-phone'
  var files = __FILES__
  files.forEach(function (file) {
    var link = document.createElement('link')
    link.rel = /\.css$/.test(file) ? 'stylesheet' : 'modulepreload'
    link.crossOrigin = ''
    link.href = file
    document.head.appendChild(link)
  })
  var headers = { 'Accept-Language': localStorage.getItem('anlan.locale') || 'zh-CN' }
  var asked = ['/api/v1/me', '/api/v1/calls/mine', '/api/v1/tasks?mine=1', '/api/v1/transfers/mine']
  var early = (window.anlanEarly = {})
  asked.forEach(function (path) {
    early[path] = fetch(path, { headers: headers, credentials: 'same-origin' })
    early[path].catch(function () {})
  })
})()
