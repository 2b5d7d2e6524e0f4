// Asks the preview whether the content was saved, and loads the page again when it was.
// @ts-check

(async () => {
  const number = document.currentScript?.dataset.number;
  for (;;) {
    try {
      const answer = await fetch(`/~preview/changes?after=${number}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== number) return location.reload();
    } catch {
      // The preview was stopped; perhaps it comes back.
      await new Promise((passed) => setTimeout(passed, 1000));
    }
  }
})();
