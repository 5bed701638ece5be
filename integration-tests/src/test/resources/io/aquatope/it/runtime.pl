# A small action runtime: POST /init and /run on port 8080. An action's code is Perl that defines main, which
# gets the body of /run as text and returns a JSON object as text. Without code main tells the time. The runtime
# works 20 times a second while nobody asks.
use strict;
use IO::Select;
use IO::Socket::INET;

my $server = IO::Socket::INET->new(LocalPort => 8080, Listen => 50, ReuseAddr => 1) or die $!;
my $select = IO::Select->new($server);
my ($initialised, $ticks) = (0, 0);
my $main = sub { sprintf('{"now": %d, "initialised": %d, "ticks": %d}', time, $initialised, $ticks) };
$SIG{TERM} = sub { exit 0 };
$SIG{PIPE} = "IGNORE";
$| = 1;

sub text {    # of the JSON string after a key
  my ($json, $key) = @_;
  return undef unless $json =~ /"$key"\s*:\s*"((?:[^"\\]|\\.)*)"/s;
  my $text = $1;
  my %escapes = (n => "\n", t => "\t", r => "\r", b => "\b", f => "\f");
  $text =~ s{\\(?:u([0-9a-fA-F]{4})|(.))}{defined $1 ? chr(hex $1) : $escapes{$2} // $2}gse;
  return $text;
}

sub error {
  my ($message) = @_;
  $message =~ s/([\\"])/\\$1/g;
  $message =~ s/\s+/ /g;
  return (502, "{\"error\": \"$message\"}");
}

sub end_of_logs {
  print STDOUT "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX\n";
  print STDERR "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX\n";
}

sub init {
  my ($body) = @_;
  my $code = text($body, 'code');
  if (defined $code) {
    $main = eval "package action; $code; \\&main";
    if ($@) { my $why = $@; end_of_logs(); return error($why); }
  }
  ($initialised, $ticks) = (time, 0);
  return (200, '{"ok": true}');
}

sub run {
  my ($body) = @_;
  $ENV{__OW_ACTIVATION_ID} = text($body, 'activation_id') // '';
  my $result = eval { $main->($body) };
  my $why = $@;
  end_of_logs();
  return $why ? error($why) : (200, $result);
}

while (1) {
  if (!$select->can_read(0.05)) { $ticks++; next; }
  my $client = $server->accept or next;
  my $request = <$client> // next;
  my $length = 0;
  while (my $line = <$client>) {
    last if $line =~ /^\r?\n$/;
    $length = $1 if $line =~ /^content-length:\s*(\d+)/i;
  }
  my $body = '';
  read($client, $body, $length) if $length;
  my ($status, $answer) = $request =~ m{^POST /init } ? init($body) : run($body);
  print $client "HTTP/1.1 $status Answer\r\nContent-Type: application/json\r\nContent-Length: " . length($answer)
      . "\r\nConnection: close\r\n\r\n" . $answer;
  close $client;
}
