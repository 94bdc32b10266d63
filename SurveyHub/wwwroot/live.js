// Live pages talk to the server over one connection. It may complain in the console, but not chat there.
// Going on to another page is an ordinary load: most pages have none of this, and a page must not keep another's.
const Warning = 3;
Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: { configureSignalR: connection => connection.configureLogging(Warning) },
});

// The server no longer knows this page's circuit (a restart, a long pause): nothing typed can be sent from it, so begin again.
const dialog = document.getElementById("components-reconnect-modal");
new MutationObserver(() => { if (dialog.classList.contains("components-reconnect-rejected")) location.reload(); })
  .observe(dialog, { attributes: true, attributeFilter: ["class"] });

document.addEventListener("click", event => { if (event.target.closest("[data-reload]")) location.reload(); });
