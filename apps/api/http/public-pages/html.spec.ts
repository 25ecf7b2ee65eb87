import { html } from './html';

describe('the template of the public pages', () => {
  it('escapes text, in content and in attributes', () => {
    const hostile = `"><script>alert('x')</script>&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('puts its own markup together as it is, and leaves out what is not there', () => {
    const words = ['a', '<b>'].map((word) => html`<b>${word}</b>`);
    expect(html`<p>${words}${undefined}${html`<i>${3}</i>`}</p>`.text).toBe('<p><b>a</b><b>&lt;b&gt;</b><i>3</i></p>');
  });
});
