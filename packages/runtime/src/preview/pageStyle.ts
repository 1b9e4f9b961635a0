/** The stylesheet of the page. The chart takes its colours from the custom properties as well. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --surface: #ffffff; --panel: #f6f7f9; --raised: #ffffff; --line: #d9dee5; --grid: #f0f2f5;
  --ink: #17202b; --muted: #596675; --focus: #0b63ce;
  --candle-up: #3f8fc4; --candle-down: #d9763a; --volume-up: rgba(63, 143, 196, 0.32); --volume-down: rgba(217, 118, 58, 0.32);
  --bullish: #0068ad; --bearish: #b84a00; --neutral: #8a3f80; --miss: #596675;
  --annotation: #5a3fc0; --annotation-fill: rgba(90, 63, 192, 0.1);
  --label: rgba(255, 255, 255, 0.94); --outside: rgba(240, 242, 245, 0.62);
  --warning: #a1260d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --surface: #0e1218; --panel: #141a22; --raised: #1b232d; --line: #2b3642; --grid: #171e27;
    --ink: #e9eef4; --muted: #9daab9; --focus: #7cc0ff;
    --candle-up: #3d88b5; --candle-down: #c2703a; --volume-up: rgba(61, 136, 181, 0.36); --volume-down: rgba(194, 112, 58, 0.36);
    --bullish: #63bdf2; --bearish: #ff9a52; --neutral: #dc8fd0; --miss: #a9b5c2;
    --annotation: #f0dd78; --annotation-fill: rgba(240, 221, 120, 0.11);
    --label: rgba(20, 26, 34, 0.93); --outside: rgba(20, 26, 34, 0.62);
    --warning: #ff9b85;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; }
body {
  margin: 0; display: grid; grid-template-rows: auto minmax(0, 1fr); background: var(--surface); color: var(--ink);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums;
}
h1, h2, h3, p, dl, dd, ol, ul, pre { margin: 0; padding: 0; }
ol, ul { list-style: none; }
button, select {
  font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 6px;
  padding: 4px 10px; min-height: 30px; cursor: pointer;
}
button:hover:not(:disabled), select:hover { border-color: var(--muted); }
button:disabled, select:disabled { opacity: 0.45; cursor: default; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
kbd {
  font: 600 11px/1 ui-monospace, monospace; padding: 2px 5px; border: 1px solid var(--line); border-radius: 4px;
  color: var(--muted); background: var(--panel);
}
.note { color: var(--muted); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.glyph { font-size: 12px; line-height: 1; }
.bullish { color: var(--bullish); } .bearish { color: var(--bearish); } .neutral { color: var(--neutral); } .miss { color: var(--miss); }

.top {
  display: flex; align-items: center; gap: 12px 28px; padding: 10px 16px; background: var(--panel);
  border-bottom: 1px solid var(--line);
}
.who { flex: 1 1 320px; min-width: 0; }
h1 { font-size: 17px; line-height: 1.3; font-weight: 650; overflow-wrap: anywhere; }
#version { color: var(--muted); font-weight: 450; }
#summary { color: var(--muted); overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 24px; }
.facts dt { font-size: 11.5px; color: var(--muted); }
.facts dd { font-weight: 600; max-width: 180px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.actions { display: flex; gap: 8px; white-space: nowrap; }

main { display: grid; grid-template-columns: minmax(0, 1fr) 372px; min-height: 0; }
.stage { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto minmax(0, 1fr) auto; min-width: 0; min-height: 0; }
.strip { display: flex; align-items: center; justify-content: space-between; gap: 20px; padding: 6px 12px 6px 16px; font-size: 12.5px; }
.readout {
  position: absolute; left: 10px; top: 6px; z-index: 4; display: flex; flex-wrap: wrap; gap: 0 12px; padding: 1px 6px;
  max-width: calc(100% - 110px); border-radius: 4px; background: var(--label); font-size: 12.5px; pointer-events: none;
}
.readout:empty { display: none; }
.readout abbr { color: var(--muted); }
.readout .up { color: var(--bullish); } .readout .down { color: var(--bearish); }
.readout .remark { color: var(--muted); font-style: italic; }
.legend { display: flex; flex-wrap: wrap; gap: 0 14px; color: var(--muted); }
.legend li { display: flex; align-items: center; gap: 5px; white-space: nowrap; }
.legend .gap { height: 13px; border-left: 1px dashed var(--muted); }
.canvas { position: relative; min-height: 0; overflow: hidden; }
#chart { position: absolute; inset: 0; }

.stepper {
  display: flex; align-items: center; gap: 12px; padding: 8px 16px; border-top: 1px solid var(--line); background: var(--panel);
}
.buttons { display: flex; gap: 4px; }
.buttons button { width: 34px; padding: 0; display: grid; place-items: center; font-size: 15px; }
#play { background: var(--ink); border-color: var(--ink); }
#play span { width: 10px; height: 12px; background: var(--surface); clip-path: polygon(0 0, 100% 50%, 0 100%); }
#play.playing span { clip-path: polygon(0 0, 35% 0, 35% 100%, 65% 100%, 65% 0, 100% 0, 100% 100%, 0 100%); }
#slider { flex: 1; min-width: 80px; height: 24px; margin: 0; appearance: none; background: none; cursor: pointer; border-radius: 6px; }
#slider::-webkit-slider-runnable-track {
  height: 4px; border-radius: 2px;
  background: linear-gradient(to right, var(--focus) calc(var(--share) * 100%), var(--line) 0);
}
#slider::-moz-range-track { height: 4px; border-radius: 2px; background: var(--line); }
#slider::-moz-range-progress { height: 4px; border-radius: 2px; background: var(--focus); }
#slider::-webkit-slider-thumb {
  appearance: none; width: 16px; height: 16px; margin-top: -6px; border-radius: 50%; background: var(--focus);
  border: 2px solid var(--panel);
}
#slider::-moz-range-thumb { width: 12px; height: 12px; border-radius: 50%; background: var(--focus); border: 2px solid var(--panel); }
#position { display: flex; gap: 16px; font-size: 12.5px; color: var(--muted); white-space: nowrap; }
#position b { color: var(--ink); font-weight: 600; }

.side {
  display: grid; grid-template-rows: auto minmax(0, 1fr) auto; min-height: 0; min-width: 0;
  border-left: 1px solid var(--line); background: var(--panel);
}
.tabs { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 8px; padding: 0 12px; border-bottom: 1px solid var(--line); }
[role="tablist"] { display: flex; }
[role="tab"] {
  background: none; border: 0; border-radius: 0; padding: 10px 8px 8px; border-bottom: 2px solid transparent; color: var(--muted);
}
[role="tab"][aria-selected="true"] { color: var(--ink); border-bottom-color: var(--focus); font-weight: 600; }
.count { font-size: 12px; font-weight: 450; color: var(--muted); }
#pattern { max-width: 100%; margin: 6px 0; font-size: 12.5px; text-overflow: ellipsis; }
.lists { overflow-y: auto; min-height: 0; scrollbar-width: thin; }
.lists .note { padding: 16px; }
.findings li { content-visibility: auto; contain-intrinsic-height: auto 50px; }
.finding {
  display: grid; grid-template-columns: 16px minmax(0, 1fr) auto; gap: 10px; align-items: center; width: 100%;
  padding: 7px 16px; border: 0; border-left: 3px solid transparent; border-radius: 0; background: none; text-align: left;
}
button.finding:hover:not(:disabled) { border-color: transparent; background: var(--raised); }
button.finding[aria-current]:not(:disabled) { background: var(--raised); border-left-color: var(--annotation); }
.finding:focus-visible { outline-offset: -3px; }
.finding .pattern { display: block; font-weight: 550; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.finding time { font-size: 12px; color: var(--muted); }
.verdict { display: grid; grid-template-columns: auto 60px; align-items: center; gap: 8px; font-size: 12.5px; color: var(--muted); }
.finding .verdict:not(:has(.bar)) { display: block; }
.verdict .number { color: var(--ink); }
.bar, .meter { display: block; height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; position: relative; }
.fill { position: absolute; inset-block: 0; left: calc(var(--from, 0) * 100%); width: calc(var(--share) * 100%); background: var(--focus); border-radius: 3px; }

.card { border-top: 1px solid var(--line); padding: 12px 16px 14px; max-height: 52vh; overflow-y: auto; scrollbar-width: thin; }
#hover-card {
  position: absolute; left: 0; top: 0; z-index: 5; width: 340px; max-height: calc(100% - 16px); overflow: hidden;
  pointer-events: none; background: var(--raised); border: 1px solid var(--line); border-radius: 10px;
  box-shadow: 0 8px 28px rgba(0, 0, 0, 0.28);
}
.card header { display: flex; align-items: baseline; gap: 8px; margin-bottom: 8px; }
.card h2 { font-size: 15px; font-weight: 650; flex: 1; min-width: 0; overflow-wrap: anywhere; }
.card h2 small { font-size: 12px; font-weight: 450; color: var(--muted); margin-left: 8px; }
.card h3 { font-size: 12px; font-weight: 600; color: var(--muted); margin: 12px 0 4px; }
.confidence { font-size: 18px; font-weight: 650; }
.pairs { display: grid; grid-template-columns: minmax(72px, auto) minmax(0, 1fr); gap: 2px 14px; font-size: 12.5px; }
.pairs dt { color: var(--muted); overflow-wrap: anywhere; max-width: 150px; } .pairs dd { overflow-wrap: anywhere; }
.rules { width: 100%; border-collapse: collapse; margin-top: 10px; font-size: 12.5px; table-layout: fixed; }
.rules th, .rules td { padding: 4px 0; text-align: left; vertical-align: top; font-weight: 450; overflow-wrap: anywhere; }
.rules thead th { font-size: 11.5px; color: var(--muted); padding-bottom: 2px; border-bottom: 1px solid var(--line); }
.rules tr > :first-child { width: 36%; padding-right: 10px; }
.rules tr > :last-child { width: 48px; text-align: right; }
.rules .meter { margin-top: 3px; }
.rules tfoot th, .rules tfoot td { border-top: 1px solid var(--line); font-weight: 650; }
.rules tfoot .meter { margin-top: 7px; } .rules tfoot .fill { background: var(--ink); }
.rules .less .fill { background: var(--warning); }
.threshold { color: var(--muted); }
.tag {
  display: block; width: fit-content; margin-top: 2px; padding: 0 5px; border-radius: 4px; font-size: 11px; color: var(--warning);
  border: 1px solid currentColor;
}
.warning { margin-top: 8px; font-size: 12.5px; color: var(--warning); }

[popover] {
  width: min(460px, calc(100vw - 32px)); max-height: 80vh; overflow: auto; padding: 18px 20px; border: 1px solid var(--line);
  border-radius: 12px; background: var(--raised); color: var(--ink); box-shadow: 0 16px 48px rgba(0, 0, 0, 0.35);
}
[popover] h2 { font-size: 16px; margin-bottom: 10px; }
[popover] h3 { font-size: 13px; margin: 12px 0 4px; color: var(--muted); }
[popover] p { margin-top: 12px; } [popover] a { color: var(--focus); }
.keys { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; }
pre { font: 12.5px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; padding: 10px 12px; background: var(--panel); border-radius: 6px; }

@media (max-width: 1100px) {
  main { grid-template-columns: minmax(0, 1fr) 320px; } .stepper { flex-wrap: wrap; }
}
@media (max-width: 860px) {
  .top { flex-wrap: wrap; }
  html, body { height: auto; }
  main { grid-template-columns: minmax(0, 1fr); }
  .stage { height: 78vh; }
  .side { border-left: 0; border-top: 1px solid var(--line); }
  .lists { max-height: 50vh; } .card { max-height: none; }
}
`
