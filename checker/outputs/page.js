"use strict";
document.getElementById("filter").addEventListener("change", () => {
  for (const box of document.querySelectorAll("#filter input")) {
    document.body.classList.toggle("no-" + box.value, !box.checked);
  }
});
