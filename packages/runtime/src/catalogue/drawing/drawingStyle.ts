/**
 * The colours of a drawing, on light and on dark ground. Rising and falling differ in what the colour-blind see as well:
 * teal and hollow against orange and filled.
 */
export const drawingStyle = [
  ".ground{fill:#fff;stroke:#d0d7de}",
  ".up{fill:none;stroke:#0b7a6b}",
  ".down{fill:#d1570c;stroke:#d1570c}",
  ".flat{fill:none;stroke:#57606a}",
  ".span{fill:#6639ba;opacity:.07}",
  ".zone{fill:#6639ba;fill-opacity:.09;stroke:#6639ba;stroke-opacity:.55}",
  ".line{fill:none;stroke:#6639ba;stroke-width:1.6}",
  ".point{fill:#fff;stroke:#6639ba;stroke-width:1.6}",
  ".leader,.found{fill:none;stroke:#6e7781;stroke-dasharray:2 3}",
  ".trigger{fill:#1f2328}",
  "text{font:500 12px system-ui,sans-serif;fill:#4c2889;stroke:#fff;stroke-width:3px;paint-order:stroke}",
  "@media(prefers-color-scheme:dark){",
  ".ground{fill:#0d1117;stroke:#30363d}",
  ".up{stroke:#3fc1ad}",
  ".down{fill:#f0883e;stroke:#f0883e}",
  ".flat{stroke:#8b949e}",
  ".span{fill:#b392f0;opacity:.12}",
  ".zone{fill:#b392f0;fill-opacity:.13;stroke:#b392f0}",
  ".line{stroke:#b392f0}",
  ".point{fill:#0d1117;stroke:#b392f0}",
  ".leader,.found{stroke:#8b949e}",
  ".trigger{fill:#e6edf3}",
  "text{fill:#d2bcf9;stroke:#0d1117}",
  "}"
].join("")
