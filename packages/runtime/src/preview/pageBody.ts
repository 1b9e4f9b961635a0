/** What stands on the page before its script fills it in. */
export const pageBody = `<header class="top">
  <div class="who">
    <h1><span id="detector"></span><span id="version"></span></h1>
    <p id="summary"></p>
  </div>
  <dl class="facts" id="facts"></dl>
  <div class="actions">
    <button type="button" popovertarget="settings">Settings</button>
    <button type="button" popovertarget="help">Keys <kbd aria-hidden="true">?</kbd></button>
  </div>
</header>
<main>
  <section class="stage" aria-label="Chart">
    <div class="strip">
      <ul class="legend" aria-label="Legend">
        <li><span class="glyph bullish" aria-hidden="true">▲</span>bullish</li>
        <li><span class="glyph bearish" aria-hidden="true">▼</span>bearish</li>
        <li><span class="glyph neutral" aria-hidden="true">◆</span>neutral</li>
        <li><span class="glyph miss" aria-hidden="true">○</span>near miss</li>
        <li><span class="gap" aria-hidden="true"></span>gap</li>
        <li>times in UTC</li>
      </ul>
      <button type="button" id="show-all" title="Show all candles (F)">Fit</button>
    </div>
    <div class="canvas">
      <div id="chart" role="group" aria-label="Candles with volume. The findings are listed beside the chart."></div>
      <div id="readout" class="readout"></div>
      <div id="hover-card" class="card" hidden></div>
    </div>
    <div class="stepper" role="group" aria-label="Step candle by candle">
      <div class="buttons">
        <button type="button" id="to-first" aria-label="First candle" title="First candle (Home)">⇤</button>
        <button type="button" id="back" aria-label="One candle back" title="One candle back (←)">←</button>
        <button type="button" id="play" aria-label="Play" title="Play or pause (Space)"><span></span></button>
        <button type="button" id="forward" aria-label="One candle forward" title="One candle forward (→)">→</button>
        <button type="button" id="to-last" aria-label="Last candle" title="Last candle (End)">⇥</button>
      </div>
      <select id="speed" aria-label="Candles per second while playing">
        <option value="2">2 / s</option>
        <option value="5" selected>5 / s</option>
        <option value="20">20 / s</option>
      </select>
      <input type="range" id="slider" min="0" value="0" aria-label="Newest candle shown">
      <output id="position" for="slider" aria-live="off"></output>
    </div>
  </section>
  <aside class="side" aria-label="Findings">
    <div class="tabs">
      <div role="tablist" aria-label="Findings">
        <button type="button" role="tab" id="detections-tab" aria-controls="detections-panel">
          Detections <span class="count" id="detections-count"></span>
        </button>
        <button type="button" role="tab" id="near-misses-tab" aria-controls="near-misses-panel">
          Near misses <span class="count" id="near-misses-count"></span>
        </button>
      </div>
      <select id="pattern" aria-label="Pattern"><option value="">All patterns</option></select>
    </div>
    <div class="lists">
      <div role="tabpanel" id="detections-panel" aria-labelledby="detections-tab">
        <p class="note" id="detections-note" hidden></p>
        <ol id="detections" class="findings"></ol>
      </div>
      <div role="tabpanel" id="near-misses-panel" aria-labelledby="near-misses-tab" hidden>
        <p class="note" id="near-misses-note" hidden></p>
        <ol id="near-misses" class="findings"></ol>
      </div>
    </div>
    <div id="card" class="card"></div>
  </aside>
</main>
<div id="settings" popover aria-label="Settings">
  <h2>What the detector ran with</h2>
  <dl class="pairs" id="about"></dl>
  <h3>Params</h3>
  <pre id="params" tabindex="0"></pre>
</div>
<div id="help" popover aria-label="Keys">
  <h2>Keys</h2>
  <dl class="keys">
    <dt><kbd>←</kbd> <kbd>→</kbd></dt><dd>one candle back or forward, ten with Shift</dd>
    <dt><kbd>Home</kbd> <kbd>End</kbd></dt><dd>the first or the last candle</dd>
    <dt><kbd>Space</kbd></dt><dd>play or pause</dd>
    <dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>the finding before or after</dd>
    <dt><kbd>Esc</kbd></dt><dd>choose no finding</dd>
    <dt><kbd>F</kbd></dt><dd>show all candles</dd>
    <dt><kbd>?</kbd></dt><dd>these keys</dd>
  </dl>
  <p>Drag the chart to move it, turn the wheel to zoom. While you step, the chart ends at the chosen candle and the lists
  hold what the detector knew at its close.</p>
  <p class="note">Chart by <a href="https://www.tradingview.com/">TradingView Lightweight Charts™</a>, Apache License 2.0.</p>
</div>`
