// The site template that this program was built with.
#pragma once

struct site_template_file {
  /// Relative to site-template/.
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  long count;
};

/// The file with this number, from 0 up to the count.
const struct site_template_file *_Nonnull site_template_file(long index);
extern const long site_template_file_count;
