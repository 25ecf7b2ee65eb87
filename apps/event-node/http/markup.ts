/** HTML with everything escaped that is not markup of ours. */

/** A piece of safe markup. */
export interface Html {
  readonly text: string;
}

type Value = Html | string | number | readonly Html[];

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function render(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escape(value);
  return Array.isArray(value) ? value.map(render).join('') : (value as Html).text;
}

/** Tagged template: inserted strings are escaped, inserted markup is not. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { text: parts.reduce((text, part, n) => text + (n > 0 ? render(values[n - 1] as Value) : '') + part, '') };
}

/** Markup that is safe already. */
export function raw(text: string): Html {
  return { text };
}

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem}nav a{margin-right:1rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{background:#151515;color:#eee}a{color:#8cf}td,th{border-color:#444}}`;

/** A whole page. */
export function layout(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · event node</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <nav>
          <a href="/">Node</a><a href="/streams">Streams</a><a href="/all">$all</a><a href="/types">Types</a
          ><a href="/subscriptions">Subscriptions</a><a href="/metrics">Metrics</a>
        </nav>
        <main>${body}</main>
      </body>
    </html>`.text;
}
