# The least action runtime: POST /init and /run on port 8080. It works 20 times a second while nobody asks.
use strict;
use IO::Select;
use IO::Socket::INET;

my $server = IO::Socket::INET->new(LocalPort => 8080, Listen => 5, ReuseAddr => 1) or die $!;
my $select = IO::Select->new($server);
my ($initialised, $ticks) = (0, 0);
$SIG{TERM} = sub { exit 0 };

while (1) {
  if (!$select->can_read(0.05)) { $ticks++; next; }
  my $client = $server->accept or next;
  my $request = <$client> // next;
  my $length = 0;
  while (my $line = <$client>) {
    last if $line =~ /^\r?\n$/;
    $length = $1 if $line =~ /^content-length:\s*(\d+)/i;
  }
  read($client, my $body, $length) if $length;
  ($initialised, $ticks) = (time, 0) if $request =~ m{^POST /init };
  my $answer = sprintf('{"now": %d, "initialised": %d, "ticks": %d}', time, $initialised, $ticks);
  print $client "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " . length($answer)
      . "\r\nConnection: close\r\n\r\n" . $answer;
  close $client;
}
