/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the news in the about window. */
#include "preferences/remit-news.h"

static void
test_markup (void)
{
  static const struct {
    const char *markdown;
    const char *markup;
  } cases[] = {
    { "", "" },
    { "# News\n\nwords before any version\n", "" },
    { "## 1.0\nOne line\nand another.\n", "<p>One line and another.</p>" },
    { "## 1.0\n\n- one\n- two\n  and more\n\nThe end.\n\n## 0.9\n- old\n",
      "<ul><li>one</li><li>two and more</li></ul><p>The end.</p>" },
    { "## 1.0\n- `a` & <b>\n", "<ul><li>a  &amp; &lt;b&gt;</li></ul>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = remit_news_dup_markup (cases[i].markdown);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/news/markup", test_markup);
  return g_test_run ();
}
