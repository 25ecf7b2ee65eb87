import { html } from './html';

describe('the template of the public pages', () => {
  it('escapes text, in content and in attributes', () => {
    const hostile = `"><script>alert('x')</script>&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('puts its own markup together as it is, and leaves out what is not there', () => {
    const rows = ['a', '<b>'].map((word) => html`<li>${word}</li>`);
    expect(
      html`<ol>
        ${rows}${undefined}${html`<li>${3}</li>`}
      </ol>`.text,
    ).toBe('<ol><li>a</li><li>&lt;b&gt;</li><li>3</li></ol>');
  });
});
