// The floor that the machine sets: read every Markdown file below SRC, parse and render it with cmark-gfm, write it to its
// own folder below DST. No front matter, no template, no links. One thread for each core that is asked for.
//
// cc -O2 floor.c -o floor -lcmark-gfm-extensions -lcmark-gfm -lpthread; ./floor SRC DST THREADS
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *source, *target;
static char **paths;
static int count, capacity;
static atomic_int next_file;

static int visit(const char *path, const struct stat *status, int type, struct FTW *walk) {
  (void)status, (void)walk;
  size_t length = strlen(path);
  if (type == FTW_D) {
    char folder[4096];
    snprintf(folder, sizeof folder, "%s%s", target, path + strlen(source));
    mkdir(folder, 0777);
  } else if (type == FTW_F && length > 3 && !strcmp(path + length - 3, ".md")) {
    if (count == capacity) paths = realloc(paths, sizeof *paths * (capacity = capacity ? 2 * capacity : 1024));
    paths[count++] = strdup(path);
  }
  return 0;
}

static void convert(const char *path) {
  static const char *extensions[] = {"table", "strikethrough", "autolink", "tasklist"};
  FILE *file = fopen(path, "rb");
  if (!file) return;
  struct stat status;
  fstat(fileno(file), &status);
  char *text = malloc(status.st_size + 1);
  size_t size = fread(text, 1, status.st_size, file);
  fclose(file);

  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
  cmark_parser_feed(parser, text, size);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));

  // Its own folder with one file, as a site with an address for each page has it.
  char folder[4096], page[4200];
  snprintf(folder, sizeof folder, "%s%.*s", target, (int)(strlen(path) - strlen(source) - 3), path + strlen(source));
  mkdir(folder, 0777);
  snprintf(page, sizeof page, "%s/index.html", folder);
  if ((file = fopen(page, "wb"))) {
    fwrite(html, 1, strlen(html), file);
    fclose(file);
  }
  free(html);
  free(text);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

static void *work(void *unused) {
  for (int i; (i = atomic_fetch_add(&next_file, 1)) < count;) convert(paths[i]);
  return unused;
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  source = argv[1];
  target = argv[2];
  int threads = atoi(argv[3]);
  mkdir(target, 0777);
  cmark_gfm_core_extensions_ensure_registered();
  nftw(source, visit, 64, FTW_PHYS);
  pthread_t ids[64];
  if (threads < 1 || threads > 64) return 2;
  for (int i = 0; i < threads; i++) pthread_create(&ids[i], 0, work, 0);
  for (int i = 0; i < threads; i++) pthread_join(ids[i], 0);
  return 0;
}
