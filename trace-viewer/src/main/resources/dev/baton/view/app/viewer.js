document.addEventListener("DOMContentLoaded", () => { document.body.append("placeholder"); });
