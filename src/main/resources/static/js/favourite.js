/** Lets an agent keep whoever is chosen in the transfer dialog at hand. */

const favourite = () => document.getElementById('target-favourite')

document.addEventListener('target:chosen', event => {
  favourite().checked = event.detail?.favourite ?? false
  favourite().closest('label').hidden = !event.detail
})

// What was not kept must not look as though it were
document.addEventListener('htmx:afterRequest', event => {
  if (event.target === favourite() && !event.detail.successful) {
    favourite().checked = !favourite().checked
  }
})
