document.addEventListener("click", event => { if (event.target.closest("[data-print]")) window.print(); });

// <button data-copy="id of a field" data-copied="Copied">: the field's words on the clipboard.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
  button.textContent = button.dataset.copied;
});

// <button data-png="address of an SVG" data-name="file.png" data-failed="…">: the picture at double size, or as large as a canvas can be, as a file.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-png]");
  if (!button) return;
  const words = button.textContent;
  button.disabled = true;
  try {
    const image = new Image();
    image.src = button.dataset.png;
    await image.decode();
    const scale = Math.min(2, 16000 / image.naturalHeight);
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(image.naturalWidth * scale);
    canvas.height = Math.floor(image.naturalHeight * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const file = await new Promise((done, failed) => canvas.toBlob(blob => blob ? done(blob) : failed(new Error("too large")), "image/png"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    button.textContent = words;
  } catch {
    button.textContent = button.dataset.failed;
  }
  button.disabled = false;
});

// <form data-working="id of a status line">: what takes long says that it is working. Coming back to the page, it is not.
document.addEventListener("submit", event => {
  const status = document.getElementById(event.target.dataset.working);
  if (status) status.textContent = status.dataset.words;
});
addEventListener("pageshow", () => document.querySelectorAll("[data-words][role=status]").forEach(status => status.textContent = ""));

// <table data-cells="id of a status line">: its links are one stop of the Tab key. Arrows, Home and End go from cell to cell, and the line says what a pointer reads in the cell's title.
const linkOf = cell => cell?.querySelector("a");
document.addEventListener("keydown", event => {
  const cell = event.target.closest?.("[data-cells] tbody td");
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const row = [...cell.parentElement.cells], column = [...cell.closest("tbody").rows].map(r => r.cells[cell.cellIndex]);
  const way = {
    ArrowRight: row.slice(cell.cellIndex + 1), ArrowLeft: row.slice(0, cell.cellIndex).reverse(), End: row.toReversed(), Home: row,
    ArrowDown: column.slice(column.indexOf(cell) + 1), ArrowUp: column.slice(0, column.indexOf(cell)).reverse(),
  }[event.key];
  const next = linkOf(way?.find(linkOf));
  if (way) event.preventDefault();
  if (!next || next === event.target) return;
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});
document.addEventListener("focusin", event => {
  const cell = event.target.closest?.("[data-cells] tbody td"), table = cell?.closest("[data-cells]");
  if (!table || !event.target.matches(":focus-visible")) return;
  const name = table.tHead.rows[0].cells[cell.cellIndex].textContent.trim();
  document.getElementById(table.dataset.cells).textContent = `${cell.parentElement.cells[0].textContent.trim()}, ${name}: ${cell.title} Arrow keys go to other cells.`;
});
